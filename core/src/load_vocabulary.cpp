// SPDX-License-Identifier: MIT
#include "load_vocabulary.h"

#include <algorithm>

#include "json_tree.h"
#include "utf8.h"

namespace junheng {

struct VocabularyLoader {
  Vocabulary vocabulary;

  static std::string text_at(Json object, std::string_view key) { return std::string(object.find(key).text()); }

  static Text both_at(Json object, std::string_view key) {
    const Json text = object.find(key);
    return {text_at(text, "zh"), text_at(text, "en")};
  }

  template <typename Use>
  static void each(Json object, std::string_view key, const Use& use) {
    for (const Json entry : object.find(key))
      use(entry);
  }

  static void each_name(Json object, std::string_view key, const auto& use) {
    each(object, key, [&](Json name) { use(normalised(name.text())); });
  }

  void field(Json entry) {
    const auto index = static_cast<std::uint16_t>(vocabulary.fields.size());
    Field field;
    field.id = text_at(entry, "id");
    const std::string kind = text_at(entry, "kind");
    field.kind = kind == "count" ? FieldKind::count : kind == "amount" ? FieldKind::amount : FieldKind::text;
    field.staged = entry.find("staged").boolean();
    field.label = both_at(entry, "label");
    field.unit = both_at(entry, "unit");
    each_name(entry, "names", [&](std::string name) { vocabulary.field_names_.emplace(std::move(name), index); });
    vocabulary.fields.push_back(std::move(field));
  }

  void type(Json entry) {
    const auto index = static_cast<std::uint16_t>(vocabulary.types.size());
    SchoolType type;
    type.id = text_at(entry, "id");
    type.label = both_at(entry, "label");
    each(entry, "stages", [&](Json id) {
      if (const auto stage = stage_of(id.text())) type.stages.push_back(*stage);
    });
    each_name(entry, "names", [&](std::string name) { vocabulary.type_names_.emplace(std::move(name), index); });
    each_name(entry, "nameWords",
              [&](std::string word) { vocabulary.name_words_.emplace_back(std::move(word), index); });
    vocabulary.types.push_back(std::move(type));
  }

  void words(Json root) {
    each(root, "units", [&](Json entry) {
      const UnitWord word{text_at(entry, "of"), static_cast<int>(entry.find("shift").whole_number().value_or(0))};
      each_name(entry, "names", [&](const std::string& name) { vocabulary.unit_names_[name].push_back(word); });
    });
    each(root, "stageWords", [&](Json entry) {
      const auto stage = stage_of(text_at(entry, "stage"));
      if (!stage) return;
      each_name(entry, "names", [&](std::string name) { vocabulary.stage_names_.emplace(std::move(name), *stage); });
    });
    each_name(root, "missing", [&](std::string mark) { vocabulary.missing_marks_.emplace(std::move(mark), true); });
    each_name(root, "totals", [&](std::string name) {
      const char32_t last = last_code_point(name);
      vocabulary.total_ends_.push_back(last);
      if (last >= U'a' && last <= U'z') vocabulary.total_ends_.push_back(last - U'a' + U'A');
      vocabulary.total_names_.emplace(std::move(name), true);
    });
    // The longest word decides: 九年一贯制学校 before 初中, 教学点 before 小学.
    std::stable_sort(vocabulary.name_words_.begin(), vocabulary.name_words_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  }
};

Vocabulary load_vocabulary(std::string_view json) {
  const JsonTree tree = JsonTree::parse(json);
  const Json root = tree.root();
  VocabularyLoader loader;
  VocabularyLoader::each(root, "fields", [&](Json entry) { loader.field(entry); });
  VocabularyLoader::each(root, "types", [&](Json entry) { loader.type(entry); });
  loader.words(root);
  return std::move(loader.vocabulary);
}

}  // namespace junheng
