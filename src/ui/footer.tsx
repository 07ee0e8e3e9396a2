/** What the page can do, what it cannot, and where pictures go: nowhere. */
import { t } from '../words';

export function Footer() {
  return (
    <footer class="colophon">
      <div class="columns">
        <section>
          <h2>{t('footer.can.title')}</h2>
          <p>{t('footer.can.text')}</p>
        </section>
        <section>
          <h2>{t('footer.cannot.title')}</h2>
          <p>{t('footer.cannot.text')}</p>
        </section>
        <section>
          <h2>{t('footer.where.title')}</h2>
          <p>{t('footer.where.text')}</p>
        </section>
      </div>
    </footer>
  );
}
