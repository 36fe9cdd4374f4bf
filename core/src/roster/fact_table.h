// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "roster/fact_sink.h"

namespace junheng {

/// Reads a table of name, unit and value as pasted from a workbook, with columns for years or stages; and in it, or
/// alone, the table of a survey (对象, 发放, 有效回收, 满意).
void read_fact_table(std::string text, FactSink& sink);

}  // namespace junheng
