package fr.porteouverte.partner;

import fr.porteouverte.database.Sql;
import fr.porteouverte.http.FieldReader;
import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.Register;
import fr.porteouverte.register.RegisterKind;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How partners are entered, changed and archived. */
@ApplicationScoped
public class PartnerRegister extends Register<Partner, PartnerForm> {
  private static final int LONGEST_NAME = 200;

  /**
   * What needs a partner lies in rooms above this one: the query names their tables, the code does
   * not.
   */
  private static final String USES =
      "select 'procedure' as kind, title_fr as fr, title_en as en from procedure"
          + " where partner_id = :id and archived_at is null"
          + " union all select distinct 'permanence', s.name, s.name from permanence p"
          + " join site s on s.id = p.site_id where p.partner_id = :id"
          + " and (p.until_date is null or p.until_date >= :today)"
          + " union all select 'agent', username, username from agent where partner_id = :id"
          + " order by 1, 2";

  @Inject Partners partners;
  @Inject Clock clock;

  private record Use(String kind, String fr, String en) {
    Text said() {
      return switch (kind) {
        case "procedure" -> new Text("la démarche « " + fr + " »", "the procedure \"" + en + "\"");
        case "permanence" -> new Text("une permanence à " + fr, "a permanence at " + en);
        default -> new Text("l’agent " + fr, "the agent " + en);
      };
    }
  }

  @Override
  public RegisterKind kind() {
    return RegisterKind.partners;
  }

  @Override
  public Class<PartnerForm> shape() {
    return PartnerForm.class;
  }

  @Override
  protected Partners rows() {
    return partners;
  }

  @Override
  public PartnerForm form(Partner partner) {
    return new PartnerForm(partner.code(), partner.name(), partner.url(), partner.bookingUrl());
  }

  @Override
  public void check(FieldReader fields, String at, PartnerForm form) {
    FormWords.code(fields, at + "code", form.code());
    FormWords.words(fields, at + "name", form.name(), LONGEST_NAME);
    ShownAddress.check(fields, at + "url", form.url());
    ShownAddress.check(fields, at + "bookingUrl", form.bookingUrl());
  }

  @Override
  protected Partner made(PartnerForm form) {
    return new Partner(form.code(), form.name(), form.url());
  }

  @Override
  protected void write(Partner partner, PartnerForm form) {
    partner.describe(form.name(), form.url());
    partner.bookAt(form.bookingUrl());
  }

  @Override
  public List<Text> uses(Partner partner) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    return Sql.of(partners.getEntityManager(), USES)
        .with("id", partner.id())
        .with("today", today)
        .list(Use.class)
        .stream()
        .map(Use::said)
        .toList();
  }
}
