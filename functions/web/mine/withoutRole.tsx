/** For who can sign in and was not granted anything yet. */
export function WithoutRole({ mail }: { readonly mail: string }) {
  return (
    <section class="card empty" aria-labelledby="geen-rol">
      <h2 id="geen-rol">U hebt nog geen rol</h2>
      <p>
        U bent aangemeld, maar voor het adres <strong class="visitor-name">{mail}</strong> is nog niet
        vastgelegd voor welk orgaan of traject u werkt. Daarom staat hier niets.
      </p>
      <p>
        Vraag de projectleider van uw traject of de beheerder van Besluitketen om een rol, en noem daarbij dit
        adres en uw orgaan. U hoeft zich daarna niet opnieuw aan te melden.
      </p>
    </section>
  );
}
