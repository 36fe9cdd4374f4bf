// SPDX-License-Identifier: MIT
//
// The cells of a sheet in the order they came, as columns of numbers in blocks: nothing is copied when millions of them
// grow, and no cell is an object. Texts stand elsewhere, and a cell has the index of its own.

import { kMostColumns } from "./refusal.ts";
import type { ShownNumber } from "./shown_number.ts";
import { Texts } from "./texts.ts";

/** What the value of a cell is: a number, or the index of a text of this sheet, of a shared one, of a shown number. */
export const [kNumber, kText, kShared, kShown] = [0, 1, 2, 3];

const kBits = 16;
const kBlock = 1 << kBits;
const kFirst = 256;

class Block {
  readonly rows: Uint32Array;
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;

  constructor(length: number) {
    this.rows = new Uint32Array(length);
    this.columns = new Uint16Array(length);
    this.kinds = new Uint8Array(length);
    this.values = new Float64Array(length);
  }

  get length(): number {
    return this.rows.length;
  }

  set({ rows, columns, kinds, values }: Block): void {
    this.rows.set(rows);
    this.columns.set(columns);
    this.kinds.set(kinds);
    this.values.set(values);
  }
}

export class CellList {
  readonly shared: Texts;
  readonly texts = new Texts();
  readonly #shown: ShownNumber[] = [];
  /** All but the last are full. */
  readonly #blocks: Block[] = [];
  #last = new Block(kFirst);
  /** In the last block. */
  #used = 0;
  #lastRow = -1;
  #lastColumn = -1;
  #ascending = true;
  /** The last row and column that has a value. */
  rows = 0;
  columns = 0;

  constructor(shared = new Texts()) {
    this.shared = shared;
    this.#blocks.push(this.#last);
  }

  get length(): number {
    return (this.#blocks.length - 1) * kBlock + this.#used;
  }

  addNumber(row: number, column: number, value: number): void {
    this.#add(row, column, kNumber, value);
  }

  addText(row: number, column: number, text: string): void {
    this.#add(row, column, kText, this.texts.add(text));
  }

  addShared(row: number, column: number, index: number): void {
    this.#add(row, column, kShared, index);
  }

  addShown(row: number, column: number, shown: ShownNumber): void {
    this.#add(row, column, kShown, this.#shown.push(shown) - 1);
  }

  addBytes(row: number, column: number, xml: Uint8Array, from: number, end: number, units: number): () => string {
    const index = this.texts.addPlain(xml, from, end, units);
    this.#add(row, column, kText, index);
    return () => this.texts.at(index);
  }

  rowOf(cell: number): number {
    return this.#blocks[cell >>> kBits]!.rows[cell & (kBlock - 1)]!;
  }

  columnOf(cell: number): number {
    return this.#blocks[cell >>> kBits]!.columns[cell & (kBlock - 1)]!;
  }

  kindOf(cell: number): number {
    return this.#blocks[cell >>> kBits]!.kinds[cell & (kBlock - 1)]!;
  }

  valueOf(cell: number): number {
    return this.#blocks[cell >>> kBits]!.values[cell & (kBlock - 1)]!;
  }

  shownOf(cell: number): ShownNumber {
    return this.#shown[this.valueOf(cell)]!;
  }

  #add(row: number, column: number, kind: number, value: number): void {
    if (row < this.#lastRow || (row === this.#lastRow && column <= this.#lastColumn)) this.#ascending = false;
    this.#lastRow = row;
    this.#lastColumn = column;
    if (row >= this.rows) this.rows = row + 1;
    if (column >= this.columns) this.columns = column + 1;
    if (this.#used === this.#last.length) this.#grow();
    const [block, at] = [this.#last, this.#used];
    block.rows[at] = row;
    block.columns[at] = column;
    block.kinds[at] = kind;
    block.values[at] = value;
    this.#used = at + 1;
  }

  #grow(): void {
    if (this.#used === kBlock) {
      this.#last = new Block(kBlock);
      this.#used = 0;
    } else {
      const larger = new Block(this.#last.length * 4);
      larger.set(this.#last);
      this.#last = larger;
      this.#blocks.pop();
    }
    this.#blocks.push(this.#last);
  }

  /** Brings the cells into the order of the sheet; of a place given twice the later one counts. */
  sort(): void {
    if (this.#ascending) return;
    const cells = Uint32Array.from({ length: this.length }, (_, cell) => cell);
    const byColumn = inOrder(cells, kMostColumns, (cell) => this.columnOf(cell));
    const order = inOrder(byColumn, this.rows, (cell) => this.rowOf(cell));
    const old = this.#blocks.splice(0);
    this.#last = new Block(kFirst);
    this.#blocks.push(this.#last);
    this.#used = 0;
    for (let i = 0; i < order.length; i += 1) {
      const [block, at] = [old[order[i]! >>> kBits]!, order[i]! & (kBlock - 1)];
      const [row, column] = [block.rows[at]!, block.columns[at]!];
      if (i + 1 < order.length) {
        const [other, place] = [old[order[i + 1]! >>> kBits]!, order[i + 1]! & (kBlock - 1)];
        if (other.rows[place] === row && other.columns[place] === column) continue;
      }
      this.#add(row, column, block.kinds[at]!, block.values[at]!);
    }
  }
}

/** By counting, so that it takes no longer than the cells did, whatever their order; those of one key stay in theirs. */
function inOrder(cells: Uint32Array, keys: number, keyOf: (cell: number) => number): Uint32Array {
  const starts = new Uint32Array(keys + 1);
  for (const cell of cells) starts[keyOf(cell) + 1]! += 1;
  for (let key = 0; key < keys; key += 1) starts[key + 1]! += starts[key]!;
  const sorted = new Uint32Array(cells.length);
  for (const cell of cells) sorted[starts[keyOf(cell)]!++] = cell;
  return sorted;
}
