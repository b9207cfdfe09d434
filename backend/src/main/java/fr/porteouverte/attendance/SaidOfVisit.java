package fr.porteouverte.attendance;

import fr.porteouverte.booking.Booking;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.procedure.Document;
import fr.porteouverte.procedure.Procedure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mark whose names were looked up.
 *
 * @param procedures the main one first
 * @param partner whose matter it was; null: nobody said
 * @param followUp the next appointment; null: none was made on the spot
 * @param passedOnPartner null: to nobody, or to an organisation in words
 */
record SaidOfVisit(
    Mark mark,
    List<Procedure> procedures,
    @Nullable Partner partner,
    VisitChannel channel,
    List<Document> documents,
    @Nullable Booking followUp,
    @Nullable Partner passedOnPartner) {}
