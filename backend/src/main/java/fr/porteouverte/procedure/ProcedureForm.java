package fr.porteouverte.procedure;

import fr.porteouverte.outbound.ShownAddress;
import fr.porteouverte.register.FormWords;
import fr.porteouverte.register.RegisterForm;
import fr.porteouverte.text.Text;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A procedure as it is entered. */
@Schema(name = "ProcedureForm")
public record ProcedureForm(
    @Schema(
            required = true,
            maxLength = FormWords.LONGEST_CODE,
            examples = "rsa",
            description = "For ever, and the same in every installation")
        String code,
    @Schema(required = true, description = "At most 200 characters") Text title,
    @Schema(required = true, examples = "caf", description = "The partner's code") String partner,
    @Schema(examples = "budget", description = "The theme's code; absent: under none")
        @Nullable String theme,
    @Schema(
            required = true,
            minimum = "5",
            maximum = "480",
            description = "Time with the visitor, in steps of 5 minutes")
        @Nullable Integer durationMinutes,
    @Schema(required = true) @Nullable Channel channel,
    @Schema(
            description =
                "What people say when they mean it, in any language: at most 40, of 100 characters")
        List<String> synonyms,
    @Schema(description = "The papers to bring, in order: at most 50")
        List<NeededDocument> documents,
    @Schema(description = "The house sends people on to the partner instead; false by default")
        Boolean referred,
    @Schema(
            maxLength = ShownAddress.LONGEST,
            description = "The official page of the papers, https")
        @Nullable String sourceUrl,
    @Schema(
            format = "date",
            description = "When somebody last compared the papers with that page; absent: never")
        @Nullable String checkedOn)
    implements RegisterForm {

  public ProcedureForm {
    code = FormWords.needed(code);
    title = FormWords.needed(title);
    partner = FormWords.needed(partner);
    theme = FormWords.plain(theme);
    synonyms = synonyms == null ? List.of() : synonyms.stream().map(FormWords::needed).toList();
    documents = documents == null ? List.of() : documents;
    referred = Boolean.TRUE.equals(referred);
    sourceUrl = FormWords.plain(sourceUrl);
    checkedOn = FormWords.plain(checkedOn);
  }

  /** As it is kept: without synonyms that are empty or named twice. */
  ProcedureForm tidy() {
    return new ProcedureForm(
        code,
        title,
        partner,
        theme,
        durationMinutes,
        channel,
        synonyms.stream().filter(word -> !word.isEmpty()).distinct().toList(),
        documents,
        referred,
        sourceUrl,
        checkedOn);
  }
}
