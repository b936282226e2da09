/** `€ 340.688,00`, a minus sign before the euro sign. */
export function euros(cents: number): string {
  return `${cents < 0 ? '-' : ''}€ ${decimals(Math.abs(cents), '.', ',')}`;
}

/** `340688.00`, as machines and most spreadsheets read it; `dutch`: `340688,00`. */
export function plainAmount(cents: number, dutch = false): string {
  return `${cents < 0 ? '-' : ''}${decimals(Math.abs(cents), '', dutch ? ',' : '.')}`;
}

/** For the axis of a chart: `€ 300.000`, `€ 1,5 mln`; whole euros, or tenths of millions. */
export function roundEuros(cents: number): string {
  const euro = Math.round(cents / 100);
  const size = Math.abs(euro);
  const minus = euro < 0 ? '-' : '';
  if (size < 1_000_000) return `${minus}€ ${String(size).replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`;
  return `${minus}€ ${String(Math.round(size / 100_000) / 10).replace('.', ',')} mln`;
}

function decimals(cents: number, thousands: string, point: string): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return `${whole}${point}${String(cents % 100).padStart(2, '0')}`;
}

export type WrittenAmount =
  | { readonly cents: number }
  | { readonly problem: string; readonly remedy: string };

const REMEDY = 'schrijf een bedrag in euro als 1234,56 of 1234.56, zonder muntteken';

/**
 * An amount as it stands in a file: `1234,56`, `1.234,56`, `1234.56`, `1,234.56`, `1234`, with a minus before it. What
 * could be read in two ways (`1.234`) is a mistake and not a guess; so are three decimals and another currency.
 */
export function writtenAmount(text: string): WrittenAmount {
  const given = text.trim().replace(/^€\s?/, '');
  if (/[A-Z$£¥]|€/i.test(given))
    return { problem: `${JSON.stringify(text)} is geen bedrag in euro`, remedy: REMEDY };
  const match = /^(-?)(\d{1,3}(?:([.,])\d{3}(?:\3\d{3})*)?|\d+)(?:([.,])(\d+))?$/.exec(given);
  if (!match) return { problem: `${JSON.stringify(text)} is geen bedrag`, remedy: REMEDY };
  const [, minus, whole = '', separator, point, fraction = ''] = match;
  if (separator && !point)
    return { problem: `${JSON.stringify(text)} kan op twee manieren worden gelezen`, remedy: REMEDY };
  if (separator && separator === point)
    return { problem: `${JSON.stringify(text)} is geen bedrag`, remedy: REMEDY };
  if (fraction.length > 2) {
    const problem = `${JSON.stringify(text)} heeft meer dan twee decimalen`;
    return { problem, remedy: 'rond af op hele centen' };
  }
  const cents = Number(whole.replace(/[.,]/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return { problem: `${JSON.stringify(text)} is te groot`, remedy: REMEDY };
  return { cents: minus && cents !== 0 ? -cents : cents };
}
