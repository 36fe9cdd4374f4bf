// SPDX-License-Identifier: MIT
#pragma once

/// Before what a loop does for each row, stage or county, so that it stays a call. A browser swaps optimised code in when
/// a function is called and never within one: a loop over all rows of the first table, with its body inside, would run in
/// the code that was made in a hurry from beginning to end. cmake/wasm.cmake keeps Binaryen from joining them again.
#define JUNHENG_OWN_CALL [[gnu::noinline]]
