// SPDX-License-Identifier: MIT
//
// What each choice of an option (口径) that is not taken would do here, for people who are about to choose.

#include "answer/json_parts.h"
#include "junheng/junheng.h"

namespace junheng {
namespace {

void write_turns(JsonWriter& out, const char* key, const std::vector<CountyEffect::Turn>& turns) {
  out.begin_array(key);
  for (const CountyEffect::Turn& turn : turns) {
    out.begin_object();
    out.text("id", turn.id);
    write_verdict(out, "before", turn.before);
    write_verdict(out, "after", turn.after);
    out.end_object();
  }
  out.end_array();
}

void write_effect(JsonWriter& out, const ChoiceEffect& effect, const Evaluation& e, const Library& library) {
  out.begin_object();
  out.text("choice", e.standard->options[effect.option].choices[effect.choice].id);
  write_verdict(out, "verdict", effect.verdict);
  write_both(out, "message", {sentence(library.zh, effect, e), sentence(library.en, effect, e)});
  out.begin_array("counties");
  for (const CountyEffect& county : effect.counties) {
    out.begin_object();
    write_clipped(out, "name", e.table.at(e.roster.counties[county.county].name));
    write_verdict(out, "before", county.before);
    write_verdict(out, "after", county.after);
    write_turns(out, "parts", county.parts);
    write_turns(out, "items", county.items);
    out.count("units", county.units);
    out.end_object();
  }
  out.end_array();
  out.end_object();
}

}  // namespace

std::string option_effects_json(const Evaluation& e, const Library& library) {
  JsonWriter out;
  out.begin_array();
  for (std::size_t o = 0; o < e.choices.size(); ++o) {
    const Option& option = e.standard->options[o];
    out.begin_object();
    out.text("option", option.id);
    out.text("chosen", option.choices[e.choices[o]].id);
    out.begin_array("others");
    for (const ChoiceEffect& effect : effects_of_option(e, o))
      write_effect(out, effect, e, library);
    out.end_array();
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace junheng
