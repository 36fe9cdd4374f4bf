// SPDX-License-Identifier: MIT
#include "standard/standard_changes.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace junheng {
namespace {

constexpr std::array<std::string_view, 7> kNamesOfIt = {"$schema", "schema",   "id",     "parent",
                                                        "title",   "document", "sources"};
/// Where a value stands on paper. Another paper beside another value is one change; another paper alone is one as well.
constexpr std::array<std::string_view, 2> kCitation = {"source", "confidence"};
/// Of what is shown of a rule.
constexpr std::size_t kLongestShown = 120;

bool has_ids(Json list) {
  return list.is_list() && !list.empty() && !list[0].find("id").text().empty();
}

Json with_id(Json list, std::string_view id) {
  for (const Json entry : list) {
    if (entry.find("id").text() == id) return entry;
  }
  return {};
}

/// Short, for people: the Chinese of a text in two languages, values one behind the other.
void describe(Json value, std::string& text) {
  if (text.size() > kLongestShown) return;
  const auto add = [&](std::string_view part) { text.append(text.empty() ? "" : " ").append(part); };
  if (value.is_text()) return add(value.text());
  if (value.is_number()) return add(value.number_text());
  if (value.is_boolean()) return add(value.boolean() ? "true" : "false");
  if (value.is_object() && value.has("zh")) return describe(value.find("zh"), text);
  for (const Json inner : value)
    describe(inner, text);
}

std::string described(Json value) {
  std::string text;
  describe(value, text);
  if (text.size() <= kLongestShown) return text;
  return text.substr(0, start_of_point(text, kLongestShown)) + "…";
}

class Differ {
 public:
  std::vector<StandardChange> run(Json base, Json own) {
    members(base, own, "", true);
    return std::move(changes_);
  }

 private:
  void say(ChangeKind kind, const std::string& path, Json base, Json own) {
    changes_.push_back({kind, path, described(base), described(own)});
  }

  void compare(Json base, Json own, const std::string& path) {
    if (base.is_object() && own.is_object()) return members(base, own, path, false);
    if (has_ids(base) || has_ids(own)) return entries(base, own, path);
    if (!same(base, own)) say(ChangeKind::changed, path, base, own);
  }

  void members(Json base, Json own, const std::string& path, bool root) {
    const std::size_t before = changes_.size();
    const auto named = [&](Json member) {
      return root && std::find(kNamesOfIt.begin(), kNamesOfIt.end(), member.key()) != kNamesOfIt.end();
    };
    const auto inside = [&](Json member) { return path + "/" + std::string(member.key()); };
    const auto both = [&](bool citation) {
      for (const Json member : base) {
        if (named(member) || cites(member) != citation) continue;
        if (own.has(member.key()))
          compare(member, own.find(member.key()), inside(member));
        else
          say(ChangeKind::removed, inside(member), member, {});
      }
      for (const Json member : own) {
        if (named(member) || base.has(member.key()) || cites(member) != citation) continue;
        if (member.key() == "limits") {
          named_limits(base.find("ways"), member, inside(member));
          continue;
        }
        const Json instead = member.key() == "limit" ? limit_named(base.find("ways"), {}) : Json();
        instead.is_object() ? compare(instead, member, inside(member))
                            : say(ChangeKind::added, inside(member), {}, member);
      }
    };
    both(false);
    if (changes_.size() == before) both(true);
  }

  /// Each beside the first row of its id.
  void named_limits(Json ways, Json own, const std::string& path) {
    for (const Json limit : own) {
      const std::string_view id = limit.find("id").text();
      compare(limit_named(ways, id).find("value"), limit.find("value"), path + "/" + std::string(id) + "/value");
    }
  }

  /// Of a check, what its own limit of that name takes the place of; the one limit of all ways may have none.
  static Json limit_named(Json ways, std::string_view id) {
    for (const std::string_view key : kIds<Compare>) {
      for (const Json way : ways) {
        const Json rows = way.find(key);
        const Json row = rows.is_list() ? with_id(rows, id) : rows;
        if (row.is_object() && row.find("id").text() == id) return row;
      }
    }
    return {};
  }

  static bool cites(Json member) {
    return std::find(kCitation.begin(), kCitation.end(), member.key()) != kCitation.end();
  }

  void entries(Json base, Json own, const std::string& path) {
    const auto inside = [&](Json entry) { return path + "/" + std::string(entry.find("id").text()); };
    for (const Json entry : base) {
      const Json other = with_id(own, entry.find("id").text());
      if (other.is_object())
        compare(entry, other, inside(entry));
      else
        say(ChangeKind::removed, inside(entry), entry.find("title"), {});
    }
    for (const Json entry : own) {
      if (!with_id(base, entry.find("id").text()).is_object())
        say(ChangeKind::added, inside(entry), {}, entry.find("title"));
    }
  }

  static bool same(Json one, Json other) {
    if (one.kind() != other.kind() || one.size() != other.size()) return false;
    if (one.is_text()) return one.text() == other.text();
    if (one.is_number()) return one.number_text() == other.number_text();
    if (one.is_boolean()) return one.boolean() == other.boolean();
    Json::Iterator at = other.begin();
    for (const Json inner : one) {
      const bool member = one.is_object();
      if (member ? !other.has(inner.key()) || !same(inner, other.find(inner.key())) : !same(inner, *at)) return false;
      ++at;
    }
    return true;
  }

  std::vector<StandardChange> changes_;
};

}  // namespace

std::vector<StandardChange> standard_changes(Json base, Json own) {
  return Differ().run(base, own);
}

}  // namespace junheng
