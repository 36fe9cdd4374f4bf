// SPDX-License-Identifier: MIT
// Time and peak memory of the core on one table, natively. Prints one JSON object; tests/bench/run.mjs reads it.
//
//   bench_native TABLE [RUNS [ANSWER]]      ANSWER: file to write the summary to, for comparing answers

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "junheng/junheng.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const std::size_t middle = times.size() / 2;
  return times.size() % 2 == 1 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
}

/// The most memory this program has had so far. Not ru_maxrss where the kernel tells better: that one starts with the
/// memory of whoever started us.
std::size_t peak_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

std::optional<std::string> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// The stages of the way in their order, as evaluate() runs them; `whole` is evaluate() itself.
/// `cpu` is the processor time of evaluate() and the summary: what a machine busy with other work does not distort.
enum Step { read, map, split, measure, weigh, judge, whole, summary, cpu, step_count };
constexpr std::array<const char*, step_count> kStepNames = {"read",  "map",   "split",   "measure", "weigh",
                                                            "judge", "whole", "summary", "cpu"};
using Times = std::array<std::vector<double>, step_count>;

/// Runs the way by hand, for the time of each stage.
void run_by_stages(std::string text, const junheng::Standard& standard, const junheng::Vocabulary& vocabulary,
                   Times& times) {
  junheng::Evaluation e;
  e.standard = &standard;
  e.vocabulary = &vocabulary;
  const auto timed = [&](Step step, const auto& run) {
    const auto start = Clock::now();
    run();
    times[step].push_back(milliseconds_since(start));
  };
  timed(read, [&] { e.table = junheng::read_table(std::move(text), e.issues); });
  timed(map, [&] { e.roster = junheng::map_roster(e.table, vocabulary, e.issues); });
  timed(split, [&] {
    e.split = junheng::split_units(e.roster, junheng::find_schools(e.table, e.roster, vocabulary, e.issues), standard,
                                   e.choices, e.issues);
  });
  timed(measure, [&] { e.indicators = junheng::measure(e, e.issues); });
  timed(weigh, [&] { e.balance = junheng::weigh(e, e.indicators); });
  timed(judge, [&] { static_cast<junheng::Verdicts&>(e) = junheng::judge(e, e.indicators, e.balance); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_native TABLE [RUNS [ANSWER]]\n");
    return 2;
  }
  const auto text = read_file(argv[1]);
  if (!text) {
    std::fprintf(stderr, "cannot read %s\n", argv[1]);
    return 1;
  }
  const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;

  const auto load_start = Clock::now();
  const junheng::Library library = junheng::load_library();
  const double load_time = milliseconds_since(load_start);
  const junheng::Standard* const standard = library.standard("quality-2017");
  if (standard == nullptr) return 1;

  Times times;
  std::string answer;
  const std::size_t base = peak_bytes();
  std::size_t rows = 0;
  std::size_t units = 0;
  std::size_t peak = 0;
  for (int run = 0; run < runs; ++run) {
    std::string copy = *text;  // evaluate() takes the text as its own
    const std::clock_t cpu_start = std::clock();
    const auto start = Clock::now();
    const junheng::Evaluation evaluation = junheng::evaluate(std::move(copy), *standard, library.vocabulary);
    times[whole].push_back(milliseconds_since(start));
    const auto summary_start = Clock::now();
    answer = junheng::evaluation_json(evaluation, library, junheng::Detail::summary);
    times[summary].push_back(milliseconds_since(summary_start));
    times[cpu].push_back(1000.0 * static_cast<double>(std::clock() - cpu_start) / CLOCKS_PER_SEC);
    rows = evaluation.table.rows();
    units = evaluation.split.units.size();
    // Of the first run alone: later ones only add what the allocator keeps.
    if (run == 0) peak = peak_bytes();
  }
  for (int run = 0; run < runs; ++run)
    run_by_stages(*text, *standard, library.vocabulary, times);
  if (argc > 3) std::ofstream(argv[3], std::ios::binary) << answer;

  std::printf(
      "{\"bytes\":%zu,\"rows\":%zu,\"units\":%zu,\"runs\":%d,\"baseBytes\":%zu,\"peakBytes\":%zu,\"firstMs\":%.2f,"
      "\"loadMs\":%.2f",
      text->size(), rows, units, runs, base, peak, times[whole][0] + times[summary][0], load_time);
  for (int step = 0; step < step_count; ++step) {
    std::printf(",\"%sMs\":%.2f", kStepNames[static_cast<std::size_t>(step)],
                median(times[static_cast<std::size_t>(step)]));
  }
  std::printf("}\n");
  return 0;
}
