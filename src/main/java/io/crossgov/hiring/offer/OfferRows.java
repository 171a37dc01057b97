package io.crossgov.hiring.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface OfferRows extends JpaRepository<Offer, UUID> {

    @Query("select o from Offer o left join fetch o.withdrawalDocuments where o.caseNumber = :caseNumber"
            + " order by o.tentative.madeOn, o.selectionId")
    List<Offer> ofCase(String caseNumber);

    @Query("select o from Offer o left join fetch o.withdrawalDocuments"
            + " where o.tentative.letterId = :letterId or o.finalOffer.letterId = :letterId")
    Optional<Offer> withLetter(UUID letterId);
}
