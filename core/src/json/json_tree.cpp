// SPDX-License-Identifier: MIT
#include "json/json_tree.h"

namespace junheng {

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

// For keys written in the code: one pointer at each of a hundred calls, instead of a view put together there.
Json Json::find(const char* key) const {
  return find(std::string_view(key));
}

bool Json::has(const char* key) const {
  return has(std::string_view(key));
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
