// SPDX-License-Identifier: MIT
#include "standard/merge_standard.h"

#include <algorithm>

#include "json/json_builder.h"

namespace junheng {
namespace {

bool has_ids(Json list) {
  if (!list.is_list() || list.empty()) return false;
  for (const Json entry : list) {
    if (entry.find("id").text().empty()) return false;
  }
  return true;
}

class Merger {
 public:
  explicit Merger(std::map<std::string, std::string>& renamed) : renamed_(renamed) {}

  JsonTree run(Json parent, Json changes) {
    merge(parent, changes, "");
    return out_.take();
  }

 private:
  void merge(Json base, Json changes, const std::string& path) {
    if (base.is_object() && changes.is_object()) return objects(base, changes, path);
    if (has_ids(base) && has_ids(changes)) return lists(base, changes, path);
    out_.copy(changes);
  }

  void objects(Json base, Json changes, const std::string& path) {
    // Never too deep: each of the two was read.
    static_cast<void>(out_.open(JsonKind::object));
    for (const Json member : base) {
      out_.key(member.key());
      const Json changed = changes.find(member.key());
      changes.has(member.key()) ? merge(member, changed, path + "/" + std::string(member.key())) : out_.copy(member);
    }
    for (const Json member : changes) {
      if (base.has(member.key()) || member.key() == "parent") continue;
      out_.key(member.key());
      out_.copy(member);
    }
    out_.close();
  }

  static Json with_id(Json list, std::string_view id, std::size_t& index) {
    index = 0;
    for (const Json entry : list) {
      if (entry.find("id").text() == id) return entry;
      ++index;
    }
    return {};
  }

  void lists(Json base, Json changes, const std::string& path) {
    std::size_t here = 0;
    std::size_t index = 0;
    const auto at = [&] { return path + "/" + std::to_string(here); };
    static_cast<void>(out_.open(JsonKind::list));
    for (const Json entry : base) {
      const Json changed = with_id(changes, entry.find("id").text(), index);
      if (changed.find("remove").boolean()) continue;
      if (changed.is_object()) renamed_[at()] = std::to_string(index);
      changed.is_object() ? merge(entry, changed, at()) : out_.copy(entry);
      ++here;
    }
    std::size_t in_file = 0;
    for (const Json entry : changes) {
      const std::string_view id = entry.find("id").text();
      with_id(changes, id, index);
      const bool again = index != in_file;  // left for the reader of the whole to complain about
      if (again || !with_id(base, id, index).is_object()) {
        renamed_[at()] = std::to_string(in_file);
        out_.copy(entry);
        ++here;
      }
      ++in_file;
    }
    out_.close();
  }

  std::map<std::string, std::string>& renamed_;
  JsonBuilder out_;
};

}  // namespace

std::string MergedStandard::path_in_file(const std::string& path) const {
  std::string whole;
  std::string in_file;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at + 1), path.size());
    whole.append(path, at, end - at);
    const auto other = renamed.find(whole);
    if (other == renamed.end()) {
      in_file.append(path, at, end - at);
    } else {
      in_file.append("/").append(other->second);
    }
    at = end;
  }
  return in_file;
}

MergedStandard merge_standard(Json parent, Json changes) {
  MergedStandard result;
  result.tree = Merger(result.renamed).run(parent, changes);
  return result;
}

}  // namespace junheng
