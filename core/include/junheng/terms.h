// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "junheng/ids.h"

/// The few words that every part of the house shares.
namespace junheng {

/// Stage of schooling (学段). Only the compulsory ones are evaluated; senior is needed to split a school.
enum class Stage : std::uint8_t { primary, middle, senior };
template <>
inline constexpr auto kIds<Stage> = ids_up_to<Stage::senior>({"primary", "middle", "senior"});
inline constexpr std::array<Stage, 3> kStages = {Stage::primary, Stage::middle, Stage::senior};
/// In place of a stage where none is meant, or all of them.
inline constexpr std::uint8_t kNoStage = 0xFF;

/// Judgement of an indicator, a unit, a part or a county (结论).
enum class Verdict : std::uint8_t {
  pass,     ///< 达标
  fail,     ///< 不达标
  unknown,  ///< 数据不足: something needed is missing; never passes
  near,     ///< only for a unit's value: below the threshold, at or above the tolerance (余项 85 %)
  none,     ///< not judged by this standard
};
template <>
inline constexpr auto kIds<Verdict> = ids_up_to<Verdict::none>({"pass", "fail", "unknown", "near", "none"});

/// Language of sentences. Chinese is the first; English stands beside it.
enum class Language : std::uint8_t { zh, en };
template <>
inline constexpr auto kIds<Language> = ids_up_to<Language::en>({"zh", "en"});
inline constexpr std::array<Language, 2> kLanguages = {Language::zh, Language::en};

/// One text in both languages.
struct Text {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
};

/// The worse of two judgements: fail before unknown before pass; none judges nothing.
[[nodiscard]] Verdict worse(Verdict a, Verdict b);

}  // namespace junheng
