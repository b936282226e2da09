import type { Child } from 'hono/jsx';

export type Tone = 'done' | 'active' | 'waiting' | 'warning' | 'stopped';

/** What the Utrecht status badge calls each tone. */
const KIND: Readonly<Record<Tone, string>> = {
  done: 'safe',
  active: 'active',
  waiting: 'neutral',
  warning: 'warning',
  stopped: 'danger',
};

/** Beside the word and the colour, so that statuses differ at a glance for everybody. */
const SIGN: Readonly<Record<Tone, string>> = {
  done: '✓',
  active: '●',
  waiting: '○',
  warning: '▲',
  stopped: '✕',
};

export function Badge({ tone, children }: { readonly tone: Tone; readonly children: Child }) {
  return (
    <span class={`utrecht-status-badge utrecht-status-badge--${KIND[tone]} badge`}>
      <span class="badge-sign" aria-hidden="true">
        {SIGN[tone]}
      </span>
      <span>{children}</span>
    </span>
  );
}
