// SPDX-License-Identifier: MIT
//
// The answer, whole and in pieces, to a request of which nothing can be evaluated.
#include "answer/json_parts.h"
#include "junheng/evaluation_json.h"
#include "junheng/junheng.h"
#include "junheng/sentence.h"

namespace junheng {
namespace {

/// An answer without an evaluation: no counties, one issue.
class RefusalWriter {
 public:
  RefusalWriter(const Refusal& refusal, const Library& library, Languages languages)
      : refusal_(refusal), library_(library), languages_(languages) {}

  std::string whole(std::string_view encoding) {
    out_.begin_object();
    head();
    none("counties");
    out_.count("issueCount", 1);
    out_.begin_array("issues");
    issue();
    out_.end_array();
    out_.text_or_null("encoding", encoding);
    out_.end_object();
    return out_.take();
  }

  std::string head_alone(std::string_view encoding) {
    out_.begin_object();
    head();
    out_.count("issueCount", 1);
    out_.text_or_null("encoding", encoding);
    out_.end_object();
    return out_.take();
  }

  std::string issues(bool any) {
    out_.begin_array();
    if (any) issue();
    out_.end_array();
    return out_.take();
  }

 private:
  void head() {
    out_.text("schema", "junheng.evaluation/1");
    out_.text("engine", version());
    out_.null("standard");
    out_.text("verdict", id_of(Verdict::unknown));
    none("columns");
  }

  void none(const char* name) {
    out_.begin_array(name);
    out_.end_array();
  }

  void issue() {
    out_.begin_object();
    out_.text("severity", id_of(severity_of(refusal_.code)));
    out_.text("code", id_of(refusal_.code));
    for (const char* const key : {"tier", "field", "indicator", "row", "column"})
      out_.null(key);
    write_clipped(out_, "found", refusal_.found);
    write_sentence(out_, "message", library_, languages_, [&](const Words& words) {
      if (refusal_.code == IssueCode::unknown_standard)
        return unknown_standard_sentence(words, refusal_.found, library_.standards);
      return std::string(words.text(std::string("issue.").append(id_of(refusal_.code))));
    });
    out_.null("remark");
    out_.end_object();
  }

  const Refusal& refusal_;
  const Library& library_;
  Languages languages_;
  JsonWriter out_;
};

}  // namespace

std::string refusal_json(const Refusal& refusal, const Library& library, std::string_view encoding) {
  return RefusalWriter(refusal, library, {}).whole(encoding);
}

std::string refusal_head_json(const Refusal& refusal, const Library& library, std::string_view encoding) {
  return RefusalWriter(refusal, library, {}).head_alone(encoding);
}

std::string refusal_issues_json(const Refusal& refusal, const Library& library, std::size_t from, std::size_t count,
                                Languages languages) {
  return RefusalWriter(refusal, library, languages).issues(from == 0 && count > 0);
}

}  // namespace junheng
