// SPDX-License-Identifier: MIT
#include "json/json_builder.h"

namespace junheng {
namespace {

/// Walks once over what cmake/pack_json.py wrote, where the form stands.
class Unpacker {
 public:
  explicit Unpacker(std::string_view packed) : rest_(packed) { value(); }

  JsonTree take() { return out_.take(); }

 private:
  /// The numbers of pack_json.py.
  enum class Kind : unsigned char { end, null, is_false, is_true, number, text, list, object };

  // NOLINTNEXTLINE(misc-no-recursion): as deep as a file of our own
  void value() {
    switch (const Kind kind = take_kind()) {
      case Kind::end:
      case Kind::null:
        return out_.leaf(JsonKind::null, {});
      case Kind::is_false:
      case Kind::is_true:
        return out_.boolean(kind == Kind::is_true);
      case Kind::number:
      case Kind::text:
        out_.leaf(kind == Kind::number ? JsonKind::number : JsonKind::text, take_text());
        rest_.remove_prefix(1);
        return;
      case Kind::list:
      case Kind::object:
        static_cast<void>(out_.open(kind == Kind::list ? JsonKind::list : JsonKind::object));
        while (static_cast<Kind>(rest_.front()) != Kind::end) {
          out_.key(take_text());
          value();
        }
        rest_.remove_prefix(1);
        return out_.close_distinct();
    }
  }

  Kind take_kind() {
    const auto kind = static_cast<Kind>(rest_.front());
    rest_.remove_prefix(1);
    return kind;
  }

  /// Up to the kind or the end that stands behind it. No text has characters below 8.
  std::string_view take_text() {
    constexpr unsigned char kFirstOfTexts = 8;
    std::size_t length = 0;
    while (static_cast<unsigned char>(rest_[length]) >= kFirstOfTexts)
      ++length;
    const std::string_view text = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return text;
  }

  std::string_view rest_;
  JsonBuilder out_;
};

}  // namespace

JsonTree JsonTree::unpack(std::string_view packed) {
  return Unpacker(packed).take();
}

}  // namespace junheng
