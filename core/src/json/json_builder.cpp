// SPDX-License-Identifier: MIT
#include "json/json_builder.h"

#include <utility>

#include "junheng/word_map.h"

namespace junheng {

Json::Node& JsonBuilder::add(JsonKind kind) {
  const auto at = static_cast<std::uint32_t>(tree_.nodes_.size());
  if (!open_.empty()) {
    Open& around = open_.back();
    Json::Node& parent = tree_.nodes_[around.node];
    (around.last != 0 ? tree_.nodes_[around.last].next : parent.first) = at;
    around.last = at;
    ++parent.size;
  }
  Json::Node node;
  node.kind = kind;
  node.key_begin = given_;
  node.text_begin = node.text_end = given_ = texts_end();
  return tree_.nodes_.emplace_back(node);
}

void JsonBuilder::leaf(JsonKind kind, std::string_view text) {
  Json::Node& node = add(kind);
  tree_.texts_ += text;
  node.text_end = given_ = texts_end();
}

void JsonBuilder::boolean(bool value) {
  add(JsonKind::boolean).value = value;
}

bool JsonBuilder::open(JsonKind kind) {
  if (open_.size() == kDeepestJson) return false;
  const auto at = static_cast<std::uint32_t>(tree_.nodes_.size());
  add(kind);
  open_.push_back({at, 0});
  return true;
}

void JsonBuilder::close() {
  if (tree_.nodes_[open_.back().node].kind == JsonKind::object) settle_keys();
  close_distinct();
}

void JsonBuilder::copy(Json value) {
  if (value.is_object() || value.is_list()) {
    if (!open(value.kind())) return leaf(JsonKind::null, {});
    for (const Json entry : value) {
      if (value.is_object()) key(entry.key());
      copy(entry);
    }
    close();
  } else if (value.is_boolean()) {
    boolean(value.boolean());
  } else {
    leaf(value.kind(), value.is_text() ? value.text() : value.number_text());
  }
}

JsonTree JsonBuilder::take() {
  return std::exchange(tree_, {});
}

JsonTree JsonBuilder::refused(JsonFault fault) {
  JsonTree tree;
  tree.fault_ = fault;
  return tree;
}

void JsonBuilder::settle_keys() {
  WordMap places;
  std::vector<Json::Node>& nodes = tree_.nodes_;
  Json::Node& object = nodes[open_.back().node];
  std::uint32_t before = 0;
  for (std::uint32_t at = object.first; at != 0; at = nodes[at].next) {
    const std::string_view key = Json(&tree_, at).key();
    if (places.add(key, at)) {
      before = at;
      continue;
    }
    nodes[before].next = nodes[at].next;
    Json::Node& kept = nodes[*places.find(key)];
    const std::uint32_t next = kept.next;
    kept = nodes[at];
    kept.next = next;
    --object.size;
  }
}

}  // namespace junheng
