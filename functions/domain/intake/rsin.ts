/**
 * Is this an RSIN: nine digits that pass the eleven-test (weights 9 to 2, and -1 for the last)? Source: the number of
 * legal persons, Handelsregister; the Besluiten API 1.1 demands it of `verantwoordelijkeOrganisatie`.
 */
export function isRsin(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false;
  const sum = [...text].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}
