// SPDX-License-Identifier: MIT
// Any bytes as a standard of one's own: refused with the place of each fault, or known from then on, and by it a county
// can be judged.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demand.h"
#include "json/json_tree.h"
#include "junheng/junheng.h"

namespace {

using fuzz::demand;

constexpr std::string_view kTable =
    "学校名称\t学校类型\t在校生数\t专任教师数\t教学及辅助用房面积\t图书册数\n"
    "甲小学\t小学\t812\t41\t4210.5\t20110\n"
    "乙中学\t初中\t455\t39\t3310\t18000\n"
    "丙学校\t九年一贯制学校\t1\t0\t\t—\n";
/// Ids are many; each stays in the library that knows it.
constexpr std::size_t kMostAdded = 50;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static junheng::Library library = junheng::load_library();
  if (library.standards.size() > library.built_in + kMostAdded) library = junheng::load_library();
  const std::size_t before = library.standards.size();
  const std::vector<junheng::StandardFault> faults = library.add({reinterpret_cast<const char*>(data), size});
  const std::string told = junheng::faults_json(faults, library);
  demand(junheng::JsonTree::parse(told).root().is_object() || junheng::JsonTree::parse(told).root().is_list(),
         "the faults can be told");
  for (const junheng::StandardFault& fault : faults)
    demand(fault.path.empty() || fault.path.front() == '/', "a fault has a place in the file");
  if (!faults.empty()) {
    demand(library.standards.size() == before, "what is refused has changed nothing");
    return 0;
  }
  demand(library.standards.size() > library.built_in, "what is taken is there");
  demand(junheng::JsonTree::parse(junheng::standards_json(library)).root().is_list(), "all can be listed");
  const junheng::Standard& own = library.standards.back();
  const junheng::Evaluation result = junheng::evaluate(std::string(kTable), own, library.vocabulary);
  const std::string json = junheng::evaluation_json(result, library, junheng::Detail::full);
  demand(junheng::JsonTree::parse(json).root().is_object(), "and a county judged by it");
  return 0;
}
