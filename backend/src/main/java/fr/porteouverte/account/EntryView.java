package fr.porteouverte.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a link gave, shown once: the first login asks for a password of one's own. */
@Schema(name = "Entry")
record EntryView(
    @Schema(required = true) String username,
    @Schema(required = true, description = "Good for one login, which asks for another one")
        String password) {}
