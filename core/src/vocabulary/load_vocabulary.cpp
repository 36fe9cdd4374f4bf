// SPDX-License-Identifier: MIT
#include "vocabulary/load_vocabulary.h"

#include <algorithm>

#include "base/utf8.h"
#include "json/json_tree.h"
#include "vocabulary/characters.h"

namespace junheng {

/// Reads the file of the vocabulary into `vocabulary`.
///
/// Steps, by load_vocabulary(): spellings() first, as names are kept in one form; then field() by field() with its
/// names, survey() puts the fields of its groups together from them; type() and relation() name what was read; words()
/// takes the lists.
struct VocabularyLoader {
  Vocabulary vocabulary;

  static std::string text_at(Json object, const char* key) { return std::string(object.find(key).text()); }

  static Text both_at(Json object, const char* key) {
    const Json text = object.find(key);
    return {text_at(text, "zh"), text_at(text, "en")};
  }

  template <typename Use>
  static void each(Json object, const char* key, const Use& use) {
    for (const Json entry : object.find(key))
      use(entry);
  }

  static void each_name(Json object, const char* key, const auto& use) {
    each(object, key, [&](Json name) { use(normalised(name.text())); });
  }

  /// A name as headers are looked for; numbers also without what their names end with.
  std::string field_name(std::string_view name, const Field& field) const {
    std::string key = normalised(name);
    vocabulary.replace_alike(key);
    return field.kind == FieldKind::text ? key : vocabulary.number_key(std::move(key), field.unit.zh);
  }

  static void add_names(WordMap& words, Json object, std::string_view key, std::uint32_t number) {
    for (const Json name : object.find(key))
      words.add(normalised(name.text()), number);
  }

  void field(Json entry, Level level) {
    const auto index = static_cast<std::uint16_t>(vocabulary.fields.size());
    auto& names = vocabulary.field_names_[static_cast<std::size_t>(level)];
    Field field;
    field.id = text_at(entry, "id");
    field.kind = of_id<FieldKind>(entry.find("kind").text()).value_or(FieldKind::text);
    field.level = level;
    field.staged = entry.find("staged").boolean();
    field.adds_up = !entry.find("noSum").boolean();
    field.whole = entry.find("whole").boolean();
    field.series = entry.find("series").boolean();
    field.only_in = of_id<Stage>(entry.find("onlyIn").text());
    field.ratio = entry.find("ratio").boolean();
    if (const Json follows = entry.find("follows"); follows.is_object()) {
      const auto from = vocabulary.field(follows.find("field").text());
      const auto at_most = follows.find("atMost").whole_number();
      if (from && at_most) field.follows = Field::Follows{*from, static_cast<std::int64_t>(*at_most)};
    }
    // Rates are parts of a whole unless they say otherwise, as growths do.
    field.share = entry.has("share") ? entry.find("share").boolean() : field.kind == FieldKind::percent;
    field.graded = entry.find("graded").boolean();
    field.context = entry.find("context").boolean();
    field.label = both_at(entry, "label");
    field.unit = both_at(entry, "unit");
    names.add(field.id, index);
    for (const Json name : entry.find("names"))
      names.add(field_name(name.text(), field), index);
    each_name(entry, "askedNames", [&](std::string name) {
      vocabulary.replace_alike(name);
      vocabulary.asked_names_.add(name, index);
    });
    for (const Json of_stage : entry.find("stagedNames")) {
      const auto stage = of_id<Stage>(of_stage.key());
      const auto high = static_cast<unsigned>(stage.value_or(Stage::primary)) + 1;
      for (const Json name : of_stage)
        names.add(field_name(name.text(), field), index | high << kFieldBits);
    }
    vocabulary.fields.push_back(std::move(field));
  }

  /// Before the fields, whose names they bring into one form.
  void spellings(Json root) {
    each(root, "alike", [&](Json pair) {
      for (const Json word : pair.find("from")) {
        const std::string from = normalised(word.text());
        const std::string to = text_at(pair, "to");
        vocabulary.alike_.push_back({from, to, characters_of(from), characters_of(to)});
      }
    });
    each(root, "endings", [&](Json group) {
      vocabulary.ending_units_.push_back(text_at(group, "of"));
      for (const Json word : group.find("names"))
        vocabulary.endings_.push_back({normalised(word.text()), text_at(group, "of")});
    });
  }

  /// After the fields, which it names.
  void relation(Json entry) {
    Relation relation;
    relation.equal = entry.has("equal");
    const auto whole = vocabulary.field(entry.find(relation.equal ? "equal" : "atMost").text());
    each(entry, "parts", [&](Json id) {
      if (const auto part = vocabulary.field(id.text())) relation.parts.push_back(*part);
    });
    if (!whole) return;
    relation.whole = *whole;
    vocabulary.relations.push_back(relation);
    // What holds of the whole of a survey holds of each group.
    for (const std::string& group : vocabulary.survey_groups) {
      Relation of_group{{}, 0, relation.equal};
      const auto named = [&](std::uint16_t field) {
        return vocabulary.field(vocabulary.fields[field].id + "_" + group);
      };
      for (const std::uint16_t part : relation.parts) {
        if (const auto field = named(part)) of_group.parts.push_back(*field);
      }
      const auto of_whole = named(relation.whole);
      if (!of_whole || of_group.parts.size() != relation.parts.size()) continue;
      of_group.whole = *of_whole;
      vocabulary.relations.push_back(std::move(of_group));
    }
  }

  void plausible(Json entry) {
    const auto number = [&](std::string_view key) { return entry.find(key).whole_number().value_or(0); };
    vocabulary.plausible = {number("outlierTimes"),
                            number("magnitudeTimes"),
                            number("jumpTimes"),
                            number("leastSchools"),
                            number("unitTimes"),
                            number("areaCountsBelow"),
                            {}};
    for (const Json unit : entry.find("unitsLeftOut"))
      vocabulary.plausible.units_left_out.emplace_back(unit.text());
  }

  void type(Json entry) {
    const auto index = static_cast<std::uint16_t>(vocabulary.types.size());
    SchoolType type;
    type.id = text_at(entry, "id");
    type.label = both_at(entry, "label");
    each(entry, "stages", [&](Json id) {
      if (const auto stage = of_id<Stage>(id.text())) type.stages.push_back(*stage);
    });
    type.unstaged = entry.find("unstaged").boolean();
    add_names(vocabulary.type_names_, entry, "names", index);
    // The longest word decides: 九年一贯制学校 before 初中, 教学点 before 小学. Put in place one by one, as a stable sort
    // of a few words is 3 kB of code.
    each_name(entry, "nameWords", [&](std::string word) {
      auto& words = vocabulary.name_words_;
      const auto shorter = [&](const auto& other) { return other.first.size() < word.size(); };
      const auto at = std::find_if(words.begin(), words.end(), shorter);
      words.emplace(at, std::move(word), index);
    });
    vocabulary.types.push_back(std::move(type));
  }

  /// After the fields, whose labels it puts together: 学生 and 回收有效问卷数.
  void survey(Json entry) {
    std::uint32_t index = 0;
    each(entry, "columns", [&](Json column) {
      vocabulary.survey_columns.push_back(text_at(column, "id"));
      vocabulary.survey_needed.push_back(column.find("needed").boolean());
      add_names(vocabulary.survey_column_names_, column, "names", index++);
    });
    add_names(vocabulary.survey_column_names_, entry, "who", index);
    add_names(vocabulary.survey_names_, entry, "names", 0);
    index = 0;
    each(entry, "groups", [&](Json group) {
      vocabulary.survey_groups.push_back(text_at(group, "id"));
      add_names(vocabulary.survey_group_names_, group, "names", index++);
      for (const std::string& column : vocabulary.survey_columns) {
        const auto whole = vocabulary.field(column);
        if (!whole) continue;
        Field field = vocabulary.fields[*whole];
        field.id += "_" + vocabulary.survey_groups.back();
        if (vocabulary.field(field.id)) continue;
        const Text label = both_at(group, "label");
        field.label = {label.zh + field.label.zh, label.en + ": " + field.label.en};
        auto& names = vocabulary.field_names_[static_cast<std::size_t>(field.level)];
        const auto at = static_cast<std::uint16_t>(vocabulary.fields.size());
        names.add(field.id, at);
        names.add(field_name(field.label.zh, field), at);
        vocabulary.fields.push_back(std::move(field));
      }
    });
  }

  void header_words(Json entry) {
    HeaderWords& words = vocabulary.header_words;
    for (std::size_t role = 1; role < kIds<ColumnRole>.size(); ++role) {
      each(entry, std::string(kIds<ColumnRole>[role]).c_str(), [&](Json name) {
        const std::string word = normalised(name.text());
        words.roles_.push_back({word, static_cast<ColumnRole>(role), characters_of(word)});
      });
    }
    std::stable_sort(words.roles_.begin(), words.roles_.end(),
                     [](const auto& a, const auto& b) { return a.text.size() > b.text.size(); });
    each_name(entry, "measures", [&](std::string word) { words.measures_.push_back(std::move(word)); });
    each_name(entry, "explanations", [&](std::string word) { words.explanations_.push_back(std::move(word)); });
  }

  /// Totals by the words for them; those for means are among the statistics, which are asked for first.
  void row_words(Json root, Json entry) {
    RowWords& rows = vocabulary.row_words;
    const auto list = [&](const char* key, std::vector<std::string>& words) {
      each_name(entry, key, [&](std::string word) { words.push_back(std::move(word)); });
    };
    add_names(rows.totals_, root, "totals", 1);
    add_names(rows.totals_, entry, "totals", 1);
    add_names(rows.statistics_, entry, "statistics", 1);
    add_names(rows.school_counts_, entry, "schoolCounts", 1);
    add_names(rows.year_columns_, entry, "yearColumns", 1);
    list("totalEnds", rows.total_ends_);
    list("totalStarts", rows.total_starts_);
    list("statisticEnds", rows.statistic_ends_);
    list("placeEnds", rows.place_ends_);
    list("counts", rows.counts_);
    list("countStarts", rows.count_starts_);
    list("groupEnds", rows.group_ends_);
    list("furniture", rows.furniture_);
    each_name(entry, "schoolEnds",
              [&](const std::string& word) { rows.school_ends_.push_back(last_code_point(word)); });
  }

  void words(Json root) {
    each(root, "units", [&](Json entry) {
      const auto number = [&](std::string_view key, std::uint32_t otherwise) {
        return static_cast<int>(entry.find(key).whole_number().value_or(otherwise));
      };
      const auto index = static_cast<std::uint32_t>(vocabulary.conversions_.size());
      vocabulary.conversions_.push_back({number("shift", 0), number("times", 1), number("over", 1)});
      each_name(entry, "names", [&](const std::string& name) {
        vocabulary.unit_names_.add(name, index);
        vocabulary.unit_names_.add(name + " " + text_at(entry, "of"), index);
      });
    });
    each(root, "stageWords", [&](Json entry) {
      const auto stage = of_id<Stage>(entry.find("stage").text());
      if (stage) add_names(vocabulary.stage_names_, entry, "names", static_cast<std::uint32_t>(*stage));
    });
    each(root, "partWords", [&](Json entry) {
      const auto stage = of_id<Stage>(entry.find("stage").text());
      if (!stage) return;
      each_name(entry, "names", [&](std::string word) {
        if (!word.empty()) vocabulary.part_ends_.set(static_cast<unsigned char>(word.back()));
        vocabulary.part_words_.emplace_back(std::move(word), *stage);
      });
    });
    for (const std::string_view bracket : {")", "）"})
      vocabulary.part_ends_.set(static_cast<unsigned char>(bracket.back()));
    each(root, "ownership", [&](Json entry) {
      const auto ownership = of_id<Ownership>(entry.find("id").text());
      if (!ownership) return;
      add_names(vocabulary.ownership_names_, entry, "names", static_cast<std::uint32_t>(*ownership));
      each_name(entry, "starts",
                [&](std::string word) { vocabulary.ownership_starts_.emplace_back(std::move(word), *ownership); });
    });
    each(root, "places", [&](Json entry) {
      const auto place = of_id<Place>(entry.find("id").text());
      if (place) add_names(vocabulary.place_names_, entry, "names", static_cast<std::uint32_t>(*place));
    });
    std::uint32_t level = 0;
    each(root, "levels", [&](Json names) {
      ++level;
      for (const Json name : names)
        vocabulary.level_names_.add(normalised(name.text()), level);
    });
    add_names(vocabulary.flag_words_, root, "yes", 1);
    add_names(vocabulary.flag_words_, root, "no", 0);
    std::uint32_t column = 0;
    for (const std::string_view key : kIds<FactColumn>)
      add_names(vocabulary.fact_columns_, root.find("factColumns"), key, column++);
    const auto list = [&](const char* key, std::vector<std::string>& words) {
      each_name(root, key, [&](std::string word) { words.push_back(std::move(word)); });
    };
    list("unitStarts", vocabulary.unit_starts_);
    list("areaWords", vocabulary.area_words_);
    list("marks", vocabulary.decoration_.marks);
    list("remarks", vocabulary.decoration_.remarks);
    list("remarkStarts", vocabulary.decoration_.remark_starts);
    list("yearEnds", vocabulary.decoration_.year_ends);
    add_names(vocabulary.vague_names_, root, "vague", 1);
    list("typeRemarks", vocabulary.type_remarks_);
    list("coefficientWords", vocabulary.coefficient_words);
    list("compositeWords", vocabulary.composite_words);
    list("notes", vocabulary.note_starts_);
    list("approximate", vocabulary.approximate_);
    list("doubts", vocabulary.doubt_starts_);
    list("countyEnds", vocabulary.county_ends_);
    list("titleWords", vocabulary.title_words_);
    list("titleStarts", vocabulary.title_starts_);
    list("notCounties", vocabulary.not_counties_);
    list("someCounties", vocabulary.some_counties_);
    list("notCountyEnds", vocabulary.not_county_ends_);
    each(root, "titleStages", [&](Json entry) {
      const auto stage = of_id<Stage>(entry.find("stage").text());
      each_name(entry, "names", [&](std::string word) {
        auto& words = vocabulary.title_stages_;
        const auto shorter = [&](const auto& other) { return other.first.size() < word.size(); };
        words.emplace(std::find_if(words.begin(), words.end(), shorter), std::move(word),
                      stage ? static_cast<std::uint8_t>(*stage) : kNoStage);
      });
    });
    add_names(vocabulary.missing_marks_, root, "missing", 1);
    each_name(root, "totals", [&](const std::string& name) {
      const char32_t last = last_code_point(name);
      vocabulary.total_ends_.push_back(last);
      if (last >= U'a' && last <= U'z') vocabulary.total_ends_.push_back(last - U'a' + U'A');
      vocabulary.total_names_.add(name, 1);
    });
  }
};

Vocabulary load_vocabulary(Json root) {
  VocabularyLoader loader;
  loader.spellings(root);
  VocabularyLoader::each(root, "fields", [&](Json entry) { loader.field(entry, Level::school); });
  VocabularyLoader::each(root, "facts", [&](Json entry) { loader.field(entry, Level::county); });
  loader.survey(root.find("survey"));
  VocabularyLoader::each(root, "types", [&](Json entry) { loader.type(entry); });
  VocabularyLoader::each(root, "relations", [&](Json entry) { loader.relation(entry); });
  loader.plausible(root.find("plausible"));
  loader.header_words(root.find("headerWords"));
  loader.row_words(root, root.find("rowWords"));
  loader.words(root);
  return std::move(loader.vocabulary);
}

}  // namespace junheng
