// SPDX-License-Identifier: MIT
#include "json.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <ostream>

namespace test {

using Value = nlohmann::json;

struct Json::Document {
  Value root;
};

/// The library's type has a place here and not in the header.
struct Json::Access {
  static const Value& of(const Json& json) {
    static const Value none;
    return json.at_ != nullptr ? *static_cast<const Value*>(json.at_) : none;
  }
  static Json made(Value root) {
    auto document = std::make_shared<const Document>(Document{std::move(root)});
    const Value* at = &document->root;
    return {std::move(document), at};
  }
  static Json inside(const Json& json, const Value& at) { return {json.document_, &at}; }
};

Json Json::parse(std::string_view text) {
  Value root = Value::parse(text, nullptr, false);
  return root.is_discarded() ? Json() : Access::made(std::move(root));
}

Json Json::string(std::string_view text) {
  return Access::made(Value(text));
}

bool Json::is_null() const {
  return exists() && Access::of(*this).is_null();
}
bool Json::is_number() const {
  return Access::of(*this).is_number();
}
bool Json::is_number_unsigned() const {
  return Access::of(*this).is_number_unsigned();
}
bool Json::is_string() const {
  return Access::of(*this).is_string();
}
bool Json::is_array() const {
  return Access::of(*this).is_array();
}
bool Json::is_object() const {
  return Access::of(*this).is_object();
}

std::size_t Json::size() const {
  const Value& value = Access::of(*this);
  return value.is_structured() ? value.size() : 0;
}

Json Json::operator[](std::string_view key) const {
  const Value& value = Access::of(*this);
  if (!value.is_object()) return {};
  const auto found = value.find(std::string(key));
  return found != value.end() ? Access::inside(*this, *found) : Json();
}

Json Json::operator[](std::size_t index) const {
  const Value& value = Access::of(*this);
  return value.is_array() && index < value.size() ? Access::inside(*this, value[index]) : Json();
}

std::vector<std::pair<std::string, Json>> Json::members() const {
  std::vector<std::pair<std::string, Json>> all;
  if (!is_object()) return all;
  for (const auto& [key, value] : Access::of(*this).items())
    all.emplace_back(key, Access::inside(*this, value));
  return all;
}

std::string Json::text() const {
  return is_string() ? Access::of(*this).get<std::string>() : std::string();
}

double Json::number() const {
  return is_number() ? Access::of(*this).get<double>() : std::numeric_limits<double>::quiet_NaN();
}

std::size_t Json::count() const {
  return is_number_unsigned() ? Access::of(*this).get<std::size_t>() : 0;
}

std::string Json::dump() const {
  return exists() ? Access::of(*this).dump(-1, ' ', false, Value::error_handler_t::replace) : "(not there)";
}

std::vector<std::string> Json::pointers() const {
  std::vector<std::string> all;
  const Value flat = Access::of(*this).flatten();
  for (const auto& [pointer, value] : flat.items())
    all.push_back(pointer);
  return all;
}

Json Json::with(const std::string& pointer, const Json& value) const {
  Value changed = Access::of(*this);
  changed[Value::json_pointer(pointer)] = Access::of(value);
  return Access::made(std::move(changed));
}

Json Json::without(const std::string& pointer) const {
  Value changed = Access::of(*this);
  const Value::json_pointer place(pointer);
  if (changed.contains(place)) {
    Value& parent = changed[place.parent_pointer()];
    if (parent.is_object()) parent.erase(place.back());
    if (parent.is_array()) parent.erase(std::stoul(place.back()));
  }
  return Access::made(std::move(changed));
}

bool operator==(const Json& a, const Json& b) {
  return a.exists() && b.exists() && Json::Access::of(a) == Json::Access::of(b);
}

std::ostream& operator<<(std::ostream& out, const Json& value) {
  return out << value.dump();
}

}  // namespace test
