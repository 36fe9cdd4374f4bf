// SPDX-License-Identifier: MIT
#include "answer/decisions.h"

#include <optional>

#include "base/utf8.h"
#include "junheng/clipped.h"
#include "junheng/limits.h"

namespace junheng {
namespace {

/// What somebody wrote in place of a decision, in JSON as far as it fits a line.
std::string shown(Json value) {
  switch (value.kind()) {
    case JsonKind::null:
      return "null";
    case JsonKind::boolean:
      return value.boolean() ? "true" : "false";
    case JsonKind::number:
      return std::string(clipped(value.number_text()));
    case JsonKind::text:
      return '"' + std::string(clipped(value.text())) + '"';
    case JsonKind::list:
      return "[" + std::to_string(value.size()) + "]";
    case JsonKind::object:
      return value.empty() ? "{}" : "{…}";
  }
  return {};
}

/// An entry of a list; its path is only written where something is wrong with it.
struct Entry {
  std::string_view list;
  std::size_t index = 0;
  Json json;
};

/// Reads decisions kind by kind. Each kind's function takes what it needs from an entry by number() and text(), which
/// name what is of another shape; an entry of which anything was named is not taken.
class DecisionReader {
 public:
  Decisions read(Json root) {
    options(root.find("options"));
    reading(root.find("reading"));
    remarks(root.find("remarks"));
    scenarios(root.find("scenarios"));
    for (const char* const key : {"county", "previous"})
      if (!root.find(key).is_text() && !root.find(key).is_null()) refuse(key, shown(root.find(key)));
    finish();
    return std::move(out_);
  }

  TableChoices choices(Json json) {
    reading(json);
    finish();
    return std::move(out_.reading);
  }

 private:
  // ---- what is wrong -------------------------------------------------------------------------------------------

  void refuse(std::string path, std::string found) {
    ++refused_;
    if (refused_ <= kMostRefusalsNamed) out_.reading.refused.push_back({std::move(path), std::move(found)});
  }

  void refuse(const Entry& entry, std::string_view key, Json found) {
    std::string path(entry.list);
    path.append(1, '[').append(std::to_string(entry.index)).append(1, ']');
    if (!key.empty()) path.append(1, '.').append(key);
    refuse(std::move(path), shown(found));
  }

  /// The others are counted.
  void finish() {
    if (refused_ > kMostRefusalsNamed)
      out_.reading.refused.push_back({std::string(), std::to_string(refused_ - kMostRefusalsNamed)});
  }

  // ---- what entries hold ---------------------------------------------------------------------------------------

  /// Null counts as absent: programs write it for what is not there.
  bool is_object(Json json, const char* path) {
    if (!json.is_object() && !json.is_null()) refuse(path, shown(json));
    return json.is_object();
  }

  template <typename Take>
  void each(Json list, std::string_view path, Take take) {
    if (list.is_null()) return;
    if (!list.is_list() || list.size() > kMostDecisions) return refuse(std::string(path), shown(list));
    std::size_t index = 0;
    for (const Json json : list) {
      const Entry entry{path, index++, json};
      const std::size_t before = refused_;
      if (!json.is_object()) {
        refuse(entry, {}, json);
        continue;
      }
      take(entry, [&] { return refused_ == before; });
    }
  }

  /// Sheets are counted from 0, rows from 1. What need not be there may be null.
  std::uint32_t number(const Entry& entry, const char* key, bool needed, std::uint32_t least, std::uint32_t most) {
    const Json value = entry.json.find(key);
    if (!needed && value.is_null()) return 0;
    const auto number = value.whole_number();
    if (number && *number >= least && *number <= most) return *number;
    refuse(entry, key, value);
    return 0;
  }
  std::uint32_t sheet(const Entry& entry) { return number(entry, "sheet", false, 0, kMostSheets - 1); }
  std::uint16_t column(const Entry& entry) {
    return static_cast<std::uint16_t>(number(entry, "column", true, 0, kMostColumns - 1));
  }
  TableChoices::Place row(const Entry& entry) { return {sheet(entry), number(entry, "row", true, 1, kLargestRow)}; }
  std::uint32_t row_or_all(const Entry& entry) { return number(entry, "row", false, 0, kLargestRow); }

  std::string text(const Entry& entry, const char* key) {
    const Json value = entry.json.find(key);
    if (value.is_text() && value.text().size() <= kLongestDecision) return std::string(value.text());
    if (!value.is_null()) refuse(entry, key, value);
    return {};
  }

  /// One of a list of ids.
  template <typename Id>
  std::optional<Id> one_of(const Entry& entry, const char* key) {
    const auto id = of_id<Id>(entry.json.find(key).text());
    if (!id) refuse(entry, key, entry.json.find(key));
    return id;
  }

  // ---- the kinds -----------------------------------------------------------------------------------------------

  void options(Json options) {
    if (!is_object(options, "options")) return;
    for (const Json option : options) {
      const bool fits = option.is_text() && option.text().size() <= kLongestDecision &&
                        option.key().size() <= kLongestDecision && out_.options.size() < kMostDecisions;
      if (fits)
        out_.options.emplace_back(option.key(), option.text());
      else
        refuse("options[\"" + std::string(clipped(option.key())) + "\"]", shown(option));
    }
  }

  void reading(Json reading) {
    if (!is_object(reading, "reading")) return;
    TableChoices& to = out_.reading;
    each(reading.find("edits"), "reading.edits", [&](const Entry& entry, auto good) {
      TableChoices::Edit edit{row(entry), column(entry), text(entry, "text")};
      if (good()) to.edits.push_back(std::move(edit));
    });
    each(reading.find("columns"), "reading.columns", [&](const Entry& entry, auto good) {
      TableChoices::Choice choice{column(entry), text(entry, "field"), text(entry, "stage"), text(entry, "unit")};
      if (good()) to.columns.push_back(std::move(choice));
    });
    each(reading.find("leftOut"), "reading.leftOut", [&](const Entry& entry, auto good) {
      const TableChoices::Place place = row(entry);
      if (good()) to.left_out.push_back(place);
    });
    each(reading.find("answers"), "reading.answers", [&](const Entry& entry, auto good) {
      const auto kind = one_of<QuestionKind>(entry, "question");
      const QuestionPlace place{sheet(entry), row_or_all(entry)};
      std::string option = text(entry, "option");
      if (good()) to.answers.push_back({*kind, place, std::move(option)});
    });
    header(reading.find("header"));
  }

  /// Files of earlier versions say "no header chosen" as the rows 0 to 0.
  void header(Json header) {
    if (!is_object(header, "reading.header")) return;
    const auto part = [&](const char* key, std::uint32_t most) {
      const Json value = header.find(key);
      const auto found = value.whole_number();
      if ((found && *found <= most) || !header.has(key)) return found.value_or(0);
      refuse(std::string("reading.header.") + key, shown(value));
      return std::uint32_t{0};
    };
    const std::size_t before = refused_;
    const TableChoices::Place first{part("sheet", kMostSheets - 1), part("row", kLargestRow)};
    const std::uint32_t last = part("last", kLargestRow);
    if (refused_ != before || first.line == kNoLine) return;
    out_.reading.header_first = first;
    out_.reading.header_last = last;
  }

  void remarks(Json list) {
    each(list, "remarks", [&](const Entry& entry, auto good) {
      Remark remark{text(entry, "code"), row_or_all(entry), text(entry, "indicator"), text(entry, "text"),
                    sheet(entry)};
      if (good()) out_.remarks.push_back(std::move(remark));
    });
  }

  void scenarios(Json list) {
    each(list, "scenarios", [&](const Entry& entry, auto good) {
      Scenario scenario{text(entry, "name"), {}};
      const std::string path = "scenarios[" + std::to_string(entry.index) + "].changes";
      each(entry.json.find("changes"), path, [&](const Entry& change, auto sound) {
        const auto kind = one_of<Change::Kind>(change, "kind");
        const std::string stage = text(change, "stage");
        const auto known = of_id<Stage>(stage);
        if (!stage.empty() && !known) refuse(change, "stage", change.json.find("stage"));
        Change made{Change::Kind::set, row_or_all(change), text(change, "field"),
                    known ? static_cast<std::uint8_t>(*known) : kNoStage, text(change, "text")};
        if (!sound()) return;
        made.kind = *kind;
        scenario.changes.push_back(std::move(made));
      });
      // A scenario without one of its assumptions would be another one.
      if (good()) out_.scenarios.push_back(std::move(scenario));
    });
  }

  /// Nine digits, as whole numbers of a file have at most.
  static constexpr std::uint32_t kLargestRow = 999'999'999;

  Decisions out_;
  std::size_t refused_ = 0;
};

}  // namespace

Decisions read_decisions(Json root) {
  return DecisionReader().read(root);
}

TableChoices read_choices(Json reading) {
  return DecisionReader().choices(reading);
}

}  // namespace junheng
