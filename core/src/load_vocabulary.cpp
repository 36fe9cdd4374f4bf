// SPDX-License-Identifier: MIT
#include "load_vocabulary.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "utf8.h"

namespace junheng {

using Json = nlohmann::json;

struct VocabularyLoader {
  Vocabulary vocabulary;

  static std::string text_at(const Json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
  }

  static Text both_at(const Json& object, const char* key) {
    const auto at = object.find(key);
    return at != object.end() ? Text{text_at(*at, "zh"), text_at(*at, "en")} : Text{};
  }

  template <typename Use>
  static void each(const Json& object, const char* key, const Use& use) {
    const auto at = object.find(key);
    if (at == object.end()) return;
    for (const Json& entry : *at)
      use(entry);
  }

  static void each_name(const Json& object, const char* key, const auto& use) {
    each(object, key, [&](const Json& name) { use(normalised(name.get<std::string>())); });
  }

  void field(const Json& entry) {
    const auto index = static_cast<std::uint16_t>(vocabulary.fields.size());
    Field field;
    field.id = text_at(entry, "id");
    const std::string kind = text_at(entry, "kind");
    field.kind = kind == "count" ? FieldKind::count : kind == "amount" ? FieldKind::amount : FieldKind::text;
    field.staged = entry.value("staged", false);
    field.label = both_at(entry, "label");
    field.unit = both_at(entry, "unit");
    each_name(entry, "names", [&](std::string name) { vocabulary.field_names_.emplace(std::move(name), index); });
    vocabulary.fields.push_back(std::move(field));
  }

  void type(const Json& entry) {
    const auto index = static_cast<std::uint16_t>(vocabulary.types.size());
    SchoolType type;
    type.id = text_at(entry, "id");
    type.label = both_at(entry, "label");
    each(entry, "stages", [&](const Json& id) {
      if (const auto stage = stage_of(id.get<std::string>())) type.stages.push_back(*stage);
    });
    each_name(entry, "names", [&](std::string name) { vocabulary.type_names_.emplace(std::move(name), index); });
    each_name(entry, "nameWords",
              [&](std::string word) { vocabulary.name_words_.emplace_back(std::move(word), index); });
    vocabulary.types.push_back(std::move(type));
  }

  void words(const Json& root) {
    each(root, "units", [&](const Json& entry) {
      const UnitWord word{text_at(entry, "of"), entry.value("shift", 0)};
      each_name(entry, "names", [&](const std::string& name) { vocabulary.unit_names_[name].push_back(word); });
    });
    each(root, "stageWords", [&](const Json& entry) {
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
  const Json root = Json::parse(json, nullptr, false);
  VocabularyLoader loader;
  if (!root.is_object()) return loader.vocabulary;
  VocabularyLoader::each(root, "fields", [&](const Json& entry) { loader.field(entry); });
  VocabularyLoader::each(root, "types", [&](const Json& entry) { loader.type(entry); });
  loader.words(root);
  return std::move(loader.vocabulary);
}

}  // namespace junheng
