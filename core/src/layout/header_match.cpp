// SPDX-License-Identifier: MIT
#include "layout/header_match.h"

#include <algorithm>

#include "base/utf8.h"

namespace junheng {
namespace {

/// Two characters say too little about a number when nobody knows what stands above them: 人数, 本科.
constexpr std::size_t kShort = 6;

ColumnFinding sure(std::optional<HeaderMatch> match) {
  ColumnFinding finding;
  if (match) finding.sureness = Sureness::sure;
  finding.match = match;
  return finding;
}

ColumnFinding asked(std::optional<HeaderMatch> proposal) {
  ColumnFinding finding;
  if (proposal) finding.sureness = Sureness::asked;
  finding.proposal = proposal;
  return finding;
}

class ColumnMatcher {
 public:
  ColumnMatcher(const HeaderLevels& levels, const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), parents_(levels.begin(), levels.end() - 1), leaf_(levels.back()) {}

  ColumnFinding match(bool propose) {
    take_stages_of_parents();
    absorb();
    if (!parents_.empty()) {
      if (auto with_parent = known(parents_.back() + leaf_)) return certain(with_parent);
    }
    const std::optional<HeaderMatch> alone = known(leaf_);
    if (!alone && !propose) return {};
    if (!alone) return asked(vocabulary_.propose(parents_.empty() ? leaf_ : parents_.back() + leaf_));
    const bool text = vocabulary_.fields[alone->field].kind == FieldKind::text;
    const bool vague = !parents_.empty() && !text && (leaf_.size() <= kShort || vocabulary_.is_vague(leaf_));
    return vague ? asked(alone) : certain(alone);
  }

 private:
  std::optional<HeaderMatch> known(const std::string& name) const {
    if (!stage_.empty()) {
      const auto staged = vocabulary_.match_header(name + "(" + stage_ + ")");
      if (staged) return staged;
    }
    const auto match = vocabulary_.match_header(name);
    // 小学 above a number that is not given by stage says something else about it.
    const bool lost = match && !stage_.empty() && vocabulary_.fields[match->field].kind != FieldKind::text;
    return lost ? std::nullopt : match;
  }

  ColumnFinding certain(const std::optional<HeaderMatch>& match) const {
    for (const std::string& parent : parents_) {
      if (vocabulary_.is_doubt(parent)) return asked(match);
    }
    return sure(match);
  }

  void take_stages_of_parents() {
    std::vector<std::string> kept;
    for (const std::string& parent : parents_) {
      if (vocabulary_.match_stage(parent))
        stage_ = parent;
      else
        kept.push_back(parent);
    }
    parents_ = std::move(kept);
  }

  /// Words that are no name of their own go to the name above them.
  void absorb() {
    while (!parents_.empty()) {
      if (vocabulary_.is_unit(leaf_))
        leaf_ = parents_.back() + "(" + leaf_ + ")";
      else if (vocabulary_.match_stage(leaf_))
        stage_ = leaf_, leaf_ = parents_.back();
      else if (vocabulary_.is_total(leaf_))
        leaf_ = parents_.back();
      else
        break;
      parents_.pop_back();
    }
  }

  const Vocabulary& vocabulary_;
  std::vector<std::string> parents_;
  std::string leaf_;
  std::string stage_;
};

}  // namespace

ColumnFinding match_column(const HeaderLevels& levels, const Vocabulary& vocabulary, bool propose) {
  const bool sentence = std::any_of(levels.begin(), levels.end(), Vocabulary::too_long);
  return levels.empty() || sentence ? ColumnFinding() : ColumnMatcher(levels, vocabulary).match(propose);
}

ColumnFinding HeaderMemo::match(const HeaderLevels& levels, bool propose) {
  constexpr std::size_t kMostKnown = 20'000;
  constexpr std::size_t kMostProposals = 4'000;
  if (std::any_of(levels.begin(), levels.end(), Vocabulary::too_long)) return {};
  Known& known = propose ? proposed_ : plain_;
  key_.clear();
  for (const std::string_view level : levels)
    key_.append(level).push_back('\n');
  const std::uint32_t* const place = known.places.find(key_);
  if (place != nullptr) return known.findings[*place];
  if (propose && known.findings.size() >= kMostProposals) return match(levels, false);
  const ColumnFinding finding = match_column(levels, vocabulary_, propose);
  if (known.findings.size() < kMostKnown) {
    known.places.add(key_, static_cast<std::uint32_t>(known.findings.size()));
    known.findings.push_back(finding);
  }
  return finding;
}

std::string header_text(const HeaderLevels& levels) {
  // A parent may stand above thousands of columns.
  constexpr std::size_t kLongest = 300;
  std::string text;
  for (const std::string_view level : levels) {
    if (!text.empty()) text += " > ";
    text += levels.size() == 1 ? level : level.substr(0, start_of_point(level, kLongest));
  }
  return text;
}

}  // namespace junheng
