package fr.porteouverte.keeping;

import fr.porteouverte.site.Site;

/** Writes the hours of a form; those that stay are left alone. */
final class SiteHours {
  private SiteHours() {}

  static void write(Site site, SiteForm form) {
    if (!site.openingHours().stream().map(HoursForm::of).toList().equals(form.openingHours())) {
      site.open(form.openingHours().stream().map(HoursForm::range).toList());
    }
    if (!site.exceptionalHours().stream()
        .map(ExceptionalForm::of)
        .toList()
        .equals(form.exceptionalHours())) {
      site.openExceptionally(form.exceptionalHours().stream().map(ExceptionalForm::range).toList());
    }
  }
}
