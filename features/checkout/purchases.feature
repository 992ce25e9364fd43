@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: Purchases on record
  A purchase can be found again by its number and by its reference, by back offices and by tills. What
  was bought is never changed; a note may be added to it.

  Background:
    Given the shop sells "coffee" for 35.00
    And a campaign "Ten off" that takes 10 % off "coffee" for everyone
    And Anna is a customer

  @severity:critical
  Scenario Outline: A purchase can be looked up by its <key>
    Given Anna has bought 2 "coffee"
    When the purchase is looked up by its <key>
    Then it is the purchase of Anna

    Examples:
      | key                 |
      | number              |
      | reference           |
      | number, from a till |

  Scenario Outline: A purchase that never was is not found by its <key>
    When a purchase of Anna that never was is looked up by its <key>
    Then it is refused because there is no such transaction

    Examples:
      | key                 |
      | number              |
      | reference           |
      | number, from a till |

  Scenario: A till has to say which purchase it means
    When a till asks for a purchase without naming it
    Then it is refused because the request is malformed

  @severity:critical
  Scenario: A purchase says what was bought, where and when
    When Anna buys 2 "coffee"
    Then the purchase says what was bought, where and when

  Scenario: A wallet lists each of its purchases once
    Given Anna has bought 1 "coffee"
    And Anna has bought 2 "coffee"
    When her purchases are listed
    Then the purchase is among them once
    And she has 2 purchases

  Scenario: A customer does not wait for the list of purchases
    Given Anna has bought 1 "coffee"
    When her purchases are listed
    Then it is answered within 2 seconds

  Scenario: A wallet lists nobody else's purchases
    Given Ben is a customer
    When Anna buys 2 "coffee"
    Then Ben has 0 purchases

  @severity:critical
  Scenario: A note on a purchase changes nothing else of it
    Given Anna has bought 2 "coffee"
    When the purchase is noted "delivered by" as "Ben"
    Then the purchase has "delivered by" noted as "Ben", and is otherwise as it was

  @severity:critical
  Scenario: What was bought cannot be changed afterwards
    Given Anna has bought 2 "coffee"
    When the basket of the purchase is changed afterwards
    Then it is refused because the request is malformed
    And the purchase is as it was

  Scenario: A purchase that never was cannot be noted
    When a purchase that never was is noted
    Then it is refused because there is no such transaction

  Scenario Outline: A purchase without a card is found by its <key> and belongs to nobody
    Given 2 "coffee" has been bought without a card
    When the purchase is looked up by its <key>
    Then it is the purchase of nobody

    Examples:
      | key                 |
      | reference           |
      | number, from a till |

  Scenario: The purchases of a deleted wallet are gone with it
    Given Anna has bought 2 "coffee"
    And her wallet has been deleted
    When the purchase is looked up by its reference
    Then it is refused because there is no such transaction
