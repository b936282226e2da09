/**
 * A Rechtspersonen en Samenwerkingsverbanden Informatienummer: nine digits that pass the eleven-test
 * (9·a + 8·b + … + 2·h − i is a multiple of 11).
 */
export function isRsin(text: string): boolean {
  if (!/^[0-9]{9}$/.test(text)) return false;
  const sum = [...text].reduce(
    (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
    0,
  );
  return sum % 11 === 0;
}
