// SPDX-License-Identifier: MIT
//
// Completion for bash: commands, options of the command, and values of the option before the cursor. Files otherwise.

import type { Command } from "./command.ts";
import { kOwnCommands, kProgram } from "./help.ts";
import { optionsOf } from "./options.ts";

export function completionScript(commands: readonly Command[]): string {
  const names = [...commands, ...kOwnCommands].map(({ name }) => name).join(" ");
  const values = commands.flatMap((command) =>
    optionsOf(command)
      .filter(({ choices }) => choices !== undefined)
      .map(({ name, choices = [] }) => `    "${command.name} --${name}") words="${choices.join(" ")}" ;;`),
  );
  const free = [
    ...new Set(commands.flatMap(optionsOf).flatMap(({ name, value }) => (value === undefined ? [] : [name]))),
  ];
  const flags = commands.map(
    (command) =>
      `      ${command.name}) words="${optionsOf(command)
        .map(({ name }) => `--${name}`)
        .join(" ")}" ;;`,
  );
  return `# source <(${kProgram} completion)
_${kProgram}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]} words=
  if ((COMP_CWORD == 1)); then words="${names}"; fi
  case "$command $before" in
${values.join("\n")}
    ${free.map((name) => `*" --${name}"`).join(" | ")}) ;;
    *) [[ $word == -* ]] && case $command in
${flags.join("\n")}
    esac ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _${kProgram} ${kProgram}
`;
}
