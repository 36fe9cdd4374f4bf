// SPDX-License-Identifier: MIT
#include <utility>

#include "base/utf8.h"
#include "json/json_tree.h"
#include "junheng/word_map.h"

namespace junheng {

/// RFC 8259 to the letter: no comments, no comma before a bracket, no lone surrogate; a byte order mark is passed over.
///
/// Not the parser of the JSON library: what it says about errors and how it reads numbers brings printf, strtod and a
/// soft long double with it, 14 kB of the engine's 100. It is the measure of this one in the tests.
class JsonReader {
 public:
  JsonTree tree;

  explicit JsonReader(std::string_view text) : rest_(text) {}

  /// False where the text is no JSON; the tree is half made then.
  bool read() {
    if (valid_utf8_length(rest_) != rest_.size()) return false;
    take("\xEF\xBB\xBF");
    for (;;) {
      // Here a value begins,
      if (begins('{')) {
        open(JsonKind::object);
        if (!begins('}')) {
          if (!read_key()) return false;
          continue;
        }
        close();
      } else if (begins('[')) {
        open(JsonKind::list);
        if (!begins(']')) continue;
        close();
      } else if (!read_leaf()) {
        return false;
      }
      // here one has ended, and with it perhaps those around it.
      for (;;) {
        skip_space();
        if (open_.empty()) return rest_.empty();
        const bool in_object = tree.nodes_[open_.back().node].kind == JsonKind::object;
        if (begins(',')) {
          if (in_object && !read_key()) return false;
          break;
        }
        if (!begins(in_object ? '}' : ']')) return false;
        if (in_object) settle_keys();
        close();
      }
    }
  }

 private:
  /// A list or an object that is not closed yet.
  struct Open {
    std::uint32_t node = 0;
    std::uint32_t last = 0;  ///< of the values in it
  };

  // ---- characters ----

  [[nodiscard]] bool front_is(std::string_view one_of) const {
    return !rest_.empty() && one_of.find(rest_.front()) != std::string_view::npos;
  }

  bool take(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  void keep() {
    tree.texts_.push_back(rest_.front());
    rest_.remove_prefix(1);
  }

  void skip_space() {
    while (front_is(" \n\r\t"))
      rest_.remove_prefix(1);
  }

  bool begins(char mark) {
    skip_space();
    if (rest_.empty() || rest_.front() != mark) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // ---- values ----

  [[nodiscard]] std::uint32_t texts_end() const { return static_cast<std::uint32_t>(tree.texts_.size()); }

  void add(JsonKind kind) {
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
    node.key_begin = given_;
    node.text_begin = node.text_end = given_ = texts_end();
    tree.nodes_.push_back(node);
  }

  void open(JsonKind kind) {
    add(kind);
    open_.push_back({static_cast<std::uint32_t>(tree.nodes_.size() - 1), 0});
  }

  void close() { open_.pop_back(); }

  bool read_key() { return begins('"') && read_text() && begins(':'); }

  bool read_leaf() {
    add(JsonKind::null);
    Json::Node& node = tree.nodes_.back();
    if (take("null")) return true;
    if (front_is("tf")) {
      node.kind = JsonKind::boolean;
      node.value = take("true");
      return node.value || take("false");
    }
    const bool text = take("\"");
    node.kind = text ? JsonKind::text : JsonKind::number;
    const bool good = text ? read_text() : read_number();
    node.text_end = given_ = texts_end();
    return good;
  }

  // ---- numbers ----

  bool read_number() {
    if (front_is("-")) keep();
    if (front_is("0")) {
      keep();
    } else if (!read_digits()) {
      return false;
    }
    if (front_is(".")) {
      keep();
      if (!read_digits()) return false;
    }
    if (!front_is("eE")) return true;
    keep();
    if (front_is("+-")) keep();
    return read_digits();
  }

  bool read_digits() {
    const std::uint32_t begin = texts_end();
    while (front_is("0123456789"))
      keep();
    return texts_end() != begin;
  }

  // ---- texts ----

  /// Up to the quotation mark that ends it; the first one has been taken.
  bool read_text() {
    while (!take("\"")) {
      if (rest_.empty() || static_cast<unsigned char>(rest_.front()) < 0x20) return false;
      if (!take("\\")) {
        keep();
      } else if (!read_escape()) {
        return false;
      }
    }
    return true;
  }

  bool read_escape() {
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    if (front_is(kLetters)) {
      tree.texts_.push_back(kMeant[kLetters.find(rest_.front())]);
      rest_.remove_prefix(1);
      return true;
    }
    char32_t point = read_unit();
    if (point >= 0xD800 && point < 0xDC00 && take("\\")) {
      const char32_t low = read_unit();
      if (low < 0xDC00 || low >= 0xE000) return false;
      point = 0x10000 + ((point - 0xD800) << 10U) + (low - 0xDC00);
    }
    if (point == kNoUnit || (point >= 0xD800 && point < 0xE000)) return false;
    append_code_point(tree.texts_, point);
    return true;
  }

  /// "u5b66" of "\u5b66".
  char32_t read_unit() {
    if (!take("u")) return kNoUnit;
    char32_t unit = 0;
    for (int i = 0; i < 4; ++i) {
      if (!front_is("0123456789abcdefABCDEF")) return kNoUnit;
      const auto digit = static_cast<unsigned char>(rest_.front());
      unit = unit << 4U | (digit <= '9' ? digit - '0' : (digit & 0x0FU) + 9U);
      rest_.remove_prefix(1);
    }
    return unit;
  }

  // ---- keys ----

  /// Of a key that stands twice the first keeps the place and the last gives the value.
  void settle_keys() {
    WordMap places;
    std::vector<Json::Node>& nodes = tree.nodes_;
    Json::Node& object = nodes[open_.back().node];
    std::uint32_t before = 0;
    for (std::uint32_t at = object.first; at != 0; at = nodes[at].next) {
      const std::string_view key = Json(&tree, at).key();
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

  static constexpr char32_t kNoUnit = 0xFFFFFFFF;
  std::string_view rest_;
  std::vector<Open> open_;
  std::uint32_t given_ = 0;  ///< end of the texts that values have; behind it lies the key of the next one
};

JsonTree JsonTree::parse(std::string_view text) {
  JsonReader reader(text);
  if (!reader.read()) reader.tree = {};
  return std::move(reader.tree);
}

}  // namespace junheng
