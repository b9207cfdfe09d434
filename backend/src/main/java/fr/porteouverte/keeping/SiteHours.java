package fr.porteouverte.keeping;

import fr.porteouverte.site.Site;
import java.util.List;

/** Writes the hours of a form; those that stay are left alone. */
final class SiteHours {
  private SiteHours() {}

  static void write(Site site, SiteForm form) {
    List<HoursForm> week = form.openingHours().stream().sorted(HoursForm.ORDER).toList();
    if (!of(site).equals(week)) {
      site.open(week.stream().map(HoursForm::range).toList());
    }
    List<ExceptionalForm> single =
        form.exceptionalHours().stream().sorted(ExceptionalForm.ORDER).toList();
    if (!exceptionalOf(site).equals(single)) {
      site.openExceptionally(single.stream().map(ExceptionalForm::range).toList());
    }
  }

  /** In their order, whatever the database's is. */
  static List<HoursForm> of(Site site) {
    return site.openingHours().stream().map(HoursForm::of).sorted(HoursForm.ORDER).toList();
  }

  static List<ExceptionalForm> exceptionalOf(Site site) {
    return site.exceptionalHours().stream()
        .map(ExceptionalForm::of)
        .sorted(ExceptionalForm.ORDER)
        .toList();
  }
}
