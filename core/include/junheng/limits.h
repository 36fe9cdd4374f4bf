// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

/// How much of anything is taken from strangers, all in one place. What is beyond is refused with its place, before room
/// is made for it; none of these is near what a nation's schools need.
namespace junheng {

/// Bytes of all tables together. By evaluate()'s bound of memory more would not fit the 4 GB of a page.
inline constexpr std::size_t kLargestText = std::size_t{256} << 20U;
/// Lines of all of them that hold anything; the schools of the nation are 200,000.
inline constexpr std::size_t kMostLines = 8'000'000;
inline constexpr std::size_t kMostColumns = 20'000;
/// Further sheets are not read and raise an issue.
inline constexpr std::size_t kMostSheets = 1'000;

/// Deeper JSON is none to us: readers may follow a file into itself by calling themselves.
inline constexpr std::size_t kDeepestJson = 256;
/// Bytes: a project with its tables and those of the year before, each character escaped.
inline constexpr std::size_t kLargestJson = std::size_t{1} << 30U;
/// Values in one document, of 32 bytes each; the facts of all counties are 300,000.
inline constexpr std::size_t kMostJsonValues = 2'000'000;

/// Bytes of the facts of all counties, as JSON or as a table.
inline constexpr std::size_t kLargestFacts = std::size_t{32} << 20U;
/// Values in them: of the whole nation 300,000. In one county each is looked for among all before it.
inline constexpr std::size_t kMostFacts = 500'000;
inline constexpr std::size_t kMostFactsOfCounty = 5'000;
/// Different names of them: each is looked for among all words of forms.
inline constexpr std::size_t kMostFactNames = 5'000;
/// The country has some 2,900.
inline constexpr std::size_t kMostCounties = 10'000;

/// Bytes of a standard; the largest that is built in has 40,000.
inline constexpr std::size_t kLargestStandard = std::size_t{4} << 20U;
/// Bytes of one text in it.
inline constexpr std::size_t kLongestRuleText = 4000;
/// That are loaded at once.
inline constexpr std::size_t kMostStandards = 100;
/// Faults of one file that are listed.
inline constexpr std::size_t kMostFaults = 100;

/// Decisions of each kind.
inline constexpr std::size_t kMostDecisions = 100'000;
/// Bytes of a text that somebody decided or remarked: what a cell of a spreadsheet holds, in UTF-8.
inline constexpr std::size_t kLongestDecision = std::size_t{32'767} * 3;
/// Decisions that were not taken and are named one by one.
inline constexpr std::size_t kMostRefusalsNamed = 20;

/// Characters of what somebody wrote that a sentence quotes: enough to recognise it, short enough for one line.
inline constexpr std::size_t kLongestQuoted = 40;
/// Bytes of a name or a cell that stand in an answer as data.
inline constexpr std::size_t kLongestDatum = 300;

}  // namespace junheng
