/** What the page can do, what it cannot, and where pictures go: nowhere. */
export function Footer() {
  return (
    <footer class="colophon">
      <div class="columns">
        <section>
          <h2>What it can do</h2>
          <p>
            It looks for statistical traces that image generators leave in the pixels, and says how often
            photos that are known to be real look the same.
          </p>
        </section>
        <section>
          <h2>What it cannot do</h2>
          <p>
            It cannot prove that a picture is genuine or generated. It is a small model: it misses new
            generators, errs on heavily edited photos, and knows nothing of who made a picture or why. Treat
            it as one lead among several.
          </p>
        </section>
        <section>
          <h2>Where your pictures go</h2>
          <p>
            Nowhere. They are examined in this tab; the browser itself is told to forbid this page any
            connection but to its own site. Once loaded, it works with the network unplugged.
          </p>
        </section>
      </div>
    </footer>
  );
}
