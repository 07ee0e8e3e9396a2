/** A progress bar on standard error; plain lines, seldom, where that is no terminal. */

const WIDTH = 30;
/** Between two lines in a log, ms. */
const LOG_EVERY = 15_000;
const BAR_EVERY = 200;

export class Progress {
  #done = 0;
  #errors = 0;
  #start = Date.now();
  #shown = 0;

  constructor(total) {
    this.total = total;
  }

  /** Starts the clock, if nothing was counted yet: opening a browser is not part of the speed. */
  begin() {
    if (this.#done === 0) this.#start = Date.now();
  }

  /** Pictures a second since the start. */
  get perSecond() {
    return this.#done / Math.max(0.001, (Date.now() - this.#start) / 1000);
  }

  step(error) {
    this.#done++;
    if (error) this.#errors++;
    const every = process.stderr.isTTY ? BAR_EVERY : LOG_EVERY;
    if (Date.now() - this.#shown >= every || this.#done === this.total) this.#show();
  }

  end() {
    if (process.stderr.isTTY) process.stderr.write('\n');
  }

  #show() {
    this.#shown = Date.now();
    const share = this.total === 0 ? 1 : this.#done / this.total;
    const left = Math.round((this.total - this.#done) / this.perSecond);
    const bar = '#'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '.');
    const errors = this.#errors > 0 ? `, ${this.#errors} errors` : '';
    const text = `[${bar}] ${this.#done}/${this.total}, ${this.perSecond.toFixed(2)} a second, ${left} s left${errors}`;
    process.stderr.write(process.stderr.isTTY ? `\r${text}   ` : `${text}\n`);
  }
}
