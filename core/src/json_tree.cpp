// SPDX-License-Identifier: MIT
#include "json_tree.h"

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace junheng {

/// Makes nodes of what the parser of the JSON library reports. The library's own tree is left aside: with all that it
/// can do it was a seventh of the engine's download.
class JsonTreeBuilder {
 public:
  JsonTree tree;

  bool null() { return add(JsonKind::null, {}); }
  bool boolean(bool value) {
    add(JsonKind::boolean, {});
    tree.nodes_.back().value = value;
    return true;
  }
  bool number_integer(std::int64_t value) { return add(JsonKind::number, std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return add(JsonKind::number, std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& text) { return add(JsonKind::number, text); }
  bool string(const std::string& text) { return add(JsonKind::text, text); }
  bool start_array(std::size_t /*size*/) { return open(JsonKind::list); }
  bool end_array() { return close(); }
  bool start_object(std::size_t /*size*/) { return open(JsonKind::object); }
  bool end_object() {
    settle_keys();
    return close();
  }
  bool key(const std::string& text) {
    key_begin_ = texts_end();
    tree.texts_ += text;
    return true;
  }

  // The library asks for both; neither leads to a tree.
  static bool binary(const std::vector<std::uint8_t>& /*bytes*/) { return false; }
  static bool parse_error(std::size_t /*at*/, const std::string& /*token*/, const auto& /*error*/) { return false; }

 private:
  /// A list or an object that is not closed yet.
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t last = 0;  ///< of the values in it
  };

  [[nodiscard]] std::uint32_t texts_end() const { return static_cast<std::uint32_t>(tree.texts_.size()); }

  bool add(JsonKind kind, std::string_view text) {
    const auto at = static_cast<std::uint32_t>(tree.nodes_.size());
    if (!open_.empty()) {
      Open& around = open_.back();
      Json::Node& parent = tree.nodes_[around.node];
      (around.last != 0 ? tree.nodes_[around.last].next : parent.first) = at;
      around.last = at;
      ++parent.size;
    }
    Json::Node node;
    node.kind = kind;
    node.text_begin = texts_end();
    node.key_begin = std::exchange(key_begin_, kNoKey);
    if (node.key_begin == kNoKey) node.key_begin = node.text_begin;
    tree.texts_ += text;
    node.text_end = texts_end();
    tree.nodes_.push_back(node);
    return true;
  }

  bool open(JsonKind kind) {
    const Open here{static_cast<std::uint32_t>(tree.nodes_.size()), 0};
    add(kind, {});
    open_.push_back(here);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  /// Of a key that stands twice the first keeps the place and the last gives the value.
  void settle_keys() {
    std::map<std::string_view, std::uint32_t> places;
    std::vector<Json::Node>& nodes = tree.nodes_;
    Json::Node& object = nodes[open_.back().node];
    std::uint32_t before = 0;
    for (std::uint32_t at = object.first; at != 0; at = nodes[at].next) {
      const auto [place, is_new] = places.emplace(Json(&tree, at).key(), at);
      if (is_new) {
        before = at;
        continue;
      }
      nodes[before].next = nodes[at].next;
      Json::Node& kept = nodes[place->second];
      const std::uint32_t next = kept.next;
      kept = nodes[at];
      kept.next = next;
      --object.size;
    }
  }

  static constexpr std::uint32_t kNoKey = 0xFFFFFFFF;
  std::vector<Open> open_;
  std::uint32_t key_begin_ = kNoKey;
};

JsonTree JsonTree::parse(std::string_view text) {
  JsonTreeBuilder builder;
  if (!nlohmann::json::sax_parse(text, &builder)) builder.tree = {};
  return std::move(builder.tree);
}

const Json::Node& Json::node() const {
  static constexpr Node kNull;
  return tree_ != nullptr && at_ < tree_->nodes_.size() ? tree_->nodes_[at_] : kNull;
}

std::string_view Json::part(std::uint32_t begin, std::uint32_t end) const {
  return begin < end ? std::string_view(tree_->texts_).substr(begin, end - begin) : std::string_view();
}

bool Json::boolean() const {
  return node().value;
}

std::string_view Json::text() const {
  return is_text() ? part(node().text_begin, node().text_end) : std::string_view();
}

std::string_view Json::number_text() const {
  return is_number() ? part(node().text_begin, node().text_end) : std::string_view();
}

std::optional<std::uint32_t> Json::whole_number() const {
  const std::string_view digits = number_text();
  constexpr std::size_t kMostDigits = 9;
  if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
  std::uint32_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

std::size_t Json::size() const {
  return node().size;
}

Json Json::operator[](std::size_t index) const {
  for (const Json entry : *this) {
    if (index-- == 0) return entry;
  }
  return {};
}

Json Json::find(std::string_view key) const {
  if (!is_object()) return {};
  for (const Json member : *this) {
    if (member.key() == key) return member;
  }
  return {};
}

bool Json::has(std::string_view key) const {
  return find(key).at_ != 0;
}

std::string_view Json::key() const {
  return part(node().key_begin, node().text_begin);
}

Json::Iterator Json::begin() const {
  return Iterator({tree_, node().first});
}

Json::Iterator Json::end() const {
  return Iterator({tree_, 0});
}

}  // namespace junheng
