import { describe, expect, it } from 'vitest';
import { Shell, TAKE_OVER } from './shell';

/** Registration, container and workers as far as the shell looks at them. */
function make({ controlled = true, waiting = false, broken = false } = {}) {
  const messages: unknown[] = [];
  let reloads = 0;
  const worker = () =>
    Object.assign(new EventTarget(), {
      postMessage: (message: unknown) => {
        messages.push(message);
      },
    });
  const registration = Object.assign(new EventTarget(), {
    waiting: waiting ? worker() : null,
    installing: null as ReturnType<typeof worker> | null,
  });
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? worker() : null,
    register: async () => {
      if (broken) throw new TypeError('blocked');
      return registration;
    },
  });
  const shell = new Shell({
    container: container as unknown as ServiceWorkerContainer,
    url: 'sw.js',
    reload: () => {
      reloads++;
    },
  });
  return { shell, registration, container, worker, messages, reloads: () => reloads };
}

describe('a newer page', () => {
  it('that was fetched before is offered at once', async () => {
    const { shell } = make({ waiting: true });
    await shell.start();
    expect(shell.snapshot()).toBe(true);
  });

  it('is offered when it has been fetched', async () => {
    const { shell, registration, worker } = make();
    await shell.start();
    const next = worker();
    registration.installing = next;
    registration.dispatchEvent(new Event('updatefound'));
    expect(shell.snapshot()).toBe(false);
    registration.waiting = next;
    next.dispatchEvent(new Event('statechange'));
    expect(shell.snapshot()).toBe(true);
  });

  it('is none on the first visit', async () => {
    const { shell } = make({ controlled: false, waiting: true });
    await shell.start();
    expect(shell.snapshot()).toBe(false);
  });

  it('takes over on wish, then the page is loaded anew, once', async () => {
    const { shell, container, messages, reloads } = make({ waiting: true });
    await shell.start();
    shell.apply();
    expect(messages).toEqual([TAKE_OVER]);
    expect(reloads()).toBe(0);
    container.dispatchEvent(new Event('controllerchange'));
    container.dispatchEvent(new Event('controllerchange'));
    expect(reloads()).toBe(1);
  });
});

it('without service workers nothing is offered and nothing breaks', async () => {
  const { shell, messages } = make({ broken: true });
  await shell.start();
  shell.apply();
  expect(shell.snapshot()).toBe(false);
  expect(messages).toEqual([]);
});
