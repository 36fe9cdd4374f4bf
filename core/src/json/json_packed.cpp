// SPDX-License-Identifier: MIT
#include <utility>

#include "json/json_tree.h"

namespace junheng {

/// Walks once over what cmake/pack_json.py wrote, where the form stands.
class JsonUnpacker {
 public:
  explicit JsonUnpacker(std::string_view packed) : rest_(packed) {
    constexpr std::size_t kBytesOfAValue = 16;
    tree_.texts_.reserve(packed.size());
    tree_.nodes_.reserve(packed.size() / kBytesOfAValue);
    value(0);
  }

  JsonTree take() { return std::move(tree_); }

 private:
  // NOLINTNEXTLINE(misc-no-recursion): as deep as a file of our own
  void value(std::uint32_t key_begin) {
    constexpr std::pair<JsonKind, bool> kKinds[] = {
        {JsonKind::null, false},   {JsonKind::null, false}, {JsonKind::boolean, false}, {JsonKind::boolean, true},
        {JsonKind::number, false}, {JsonKind::text, false}, {JsonKind::list, false},    {JsonKind::object, false}};
    const std::size_t here = tree_.nodes_.size();
    const auto [kind, is_true] = kKinds[static_cast<unsigned char>(rest_.front())];
    rest_.remove_prefix(1);
    Json::Node& node = tree_.nodes_.emplace_back();
    node.kind = kind;
    node.value = is_true;
    node.key_begin = key_begin;
    node.text_begin = texts_end();
    if (kind == JsonKind::number || kind == JsonKind::text) {
      take_text();
      rest_.remove_prefix(1);
    }
    node.text_end = texts_end();
    if (kind != JsonKind::list && kind != JsonKind::object) return;
    std::uint32_t before = 0;
    for (; rest_.front() != '\0'; ++tree_.nodes_[here].size) {
      const auto next = static_cast<std::uint32_t>(tree_.nodes_.size());
      (before == 0 ? tree_.nodes_[here].first : tree_.nodes_[before].next) = next;
      before = next;
      const std::uint32_t key = texts_end();
      take_text();
      value(key);
    }
    rest_.remove_prefix(1);
  }

  /// Up to the kind or the end that stands behind it. No text has characters below 8.
  void take_text() {
    constexpr unsigned char kFirstOfTexts = 8;
    std::size_t length = 0;
    while (static_cast<unsigned char>(rest_[length]) >= kFirstOfTexts)
      ++length;
    tree_.texts_ += rest_.substr(0, length);
    rest_.remove_prefix(length);
  }

  [[nodiscard]] std::uint32_t texts_end() const { return static_cast<std::uint32_t>(tree_.texts_.size()); }

  std::string_view rest_;
  JsonTree tree_;
};

JsonTree JsonTree::unpack(std::string_view packed) {
  return JsonUnpacker(packed).take();
}

}  // namespace junheng
