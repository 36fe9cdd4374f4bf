// SPDX-License-Identifier: MIT
//
// The answer, whole and in pieces, to a request that names no known standard.
#include "answer/json_parts.h"
#include "junheng/evaluation_json.h"
#include "junheng/junheng.h"
#include "junheng/sentence.h"

namespace junheng {
namespace {

/// An answer without an evaluation: what was asked for is not known.
class UnknownWriter {
 public:
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
  void issue(std::string_view id, const Library& library, Languages languages) {
    out_.begin_object();
    out_.text("severity", id_of(severity_of(IssueCode::unknown_standard)));
    out_.text("code", id_of(IssueCode::unknown_standard));
    for (const char* const key : {"tier", "field", "indicator", "row", "column"})
      out_.null(key);
    out_.text("found", id);
    write_sentence(out_, "message", library, languages,
                   [&](const Words& words) { return unknown_standard_sentence(words, id, library.standards); });
    out_.null("remark");
    out_.end_object();
  }
  JsonWriter& out() { return out_; }

 private:
  JsonWriter out_;
};

}  // namespace

std::string unknown_standard_json(std::string_view id, const Library& library, std::string_view encoding) {
  UnknownWriter writer;
  JsonWriter& out = writer.out();
  out.begin_object();
  writer.head();
  writer.none("counties");
  out.count("issueCount", 1);
  out.begin_array("issues");
  writer.issue(id, library, {});
  out.end_array();
  out.text_or_null("encoding", encoding);
  out.end_object();
  return out.take();
}

std::string unknown_head_json(std::string_view encoding) {
  UnknownWriter writer;
  JsonWriter& out = writer.out();
  out.begin_object();
  writer.head();
  out.count("issueCount", 1);
  out.text_or_null("encoding", encoding);
  out.end_object();
  return out.take();
}

std::string unknown_issues_json(std::string_view id, const Library& library, std::size_t from, std::size_t count,
                                Languages languages) {
  UnknownWriter writer;
  writer.out().begin_array();
  if (from == 0 && count > 0) writer.issue(id, library, languages);
  writer.out().end_array();
  return writer.out().take();
}

}  // namespace junheng
