/** Lanes that share the tasks of a stage and wait for one another after it. */
import { ARRIVED, GENERATION, JOB, LANES, NEXT, PATIENCE } from './memory';

/** Looks at the word this often before sleeping: a stage's lanes mostly end within some tens of microseconds. */
const SPINS: i32 = 4000;

/** The next task of the present stage; a stage that has fewer is done. */
export function next(): usize {
  return atomic.add<i32>(NEXT, 1) as usize;
}

/** What `wait` says when nobody woke it. */
const TIMED_OUT: i32 = 2;
/** Waits in vain before a lane is given up. More than one, because a laptop that slept has one behind it, too. */
const VAIN_WAITS: i32 = 3;

/** Until the word is no longer `seen`. Traps where the other lanes must be dead. */
function sleep(word: usize, seen: i32): void {
  for (let i = 0; i < SPINS; i++) {
    if (atomic.load<i32>(word) !== seen) return;
  }
  const patience = (load<i32>(PATIENCE) as i64) * 1_000_000;
  let late = 0;
  while (atomic.load<i32>(word) === seen) {
    if (atomic.wait<i32>(word, seen, patience) === TIMED_OUT && ++late === VAIN_WAITS) unreachable();
  }
}

/** Forgets a stage that broke off. No other lane may be alive. */
export function forget(): void {
  atomic.store<i32>(ARRIVED, 0);
  atomic.store<i32>(NEXT, 0);
}

/** Returns when every lane has come here. The task counter starts anew. */
export function barrier(): void {
  const lanes = load<i32>(LANES);
  const generation = atomic.load<i32>(GENERATION);
  if (atomic.add<i32>(ARRIVED, 1) === lanes - 1) {
    atomic.store<i32>(ARRIVED, 0);
    atomic.store<i32>(NEXT, 0);
    atomic.add<i32>(GENERATION, 1);
    if (lanes > 1) atomic.notify(GENERATION, lanes);
  } else {
    sleep(GENERATION, generation);
  }
}

/** Wakes the other lanes for a look. */
export function call(): void {
  atomic.add<i32>(JOB, 1);
  atomic.notify(JOB, -1);
}

/** Sleeps until the job after `seen` is called; returns its number. */
export function await_(seen: i32): i32 {
  while (atomic.load<i32>(JOB) === seen) atomic.wait<i32>(JOB, seen, -1);
  return atomic.load<i32>(JOB);
}
