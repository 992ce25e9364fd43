@service:pos
@service:wallet
@service:resources
@one-tenant
Feature: Coupons shown at a till
  A till can ask whether a coupon is good, hold it while the customer pays, take it, and let it go. What
  one till holds no other takes.

  Background:
    Given a campaign "Coffee week"
    And Anna has a coupon of "Coffee week"

  @severity:critical
  Scenario: Asking about a coupon changes nothing
    When the coupon is asked about at the till
    Then it is held by nobody
    And her coupon is active
    And her coupon can be used 1 more time

  @severity:critical
  Scenario: A coupon that a till takes is used
    When the coupon is used at the till
    Then her coupon is used

  @severity:blocker
  Scenario: Of many tills that take one coupon at the same moment one gets it
    When the coupon is used at 8 tills at the same moment
    Then it is accepted at 1 till and refused at 7 because the coupon has been used
    And Anna's ledger of the coupon shows it redeemed once

  Scenario: A till is told for how long a coupon is held
    When the coupon is to be held at the till
    Then it is held for 15 minutes
    And her coupon is locked

  @severity:critical
  Scenario: A coupon that one till holds is not taken by another
    Given the coupon has been held at the till
    When the coupon is used at another till
    Then it is refused because the coupon is locked
    And her coupon can be used 1 more time

  Scenario: A coupon that one till holds is no good when another asks
    Given the coupon has been held at the till
    When the coupon is asked about at another till
    Then it is refused because the coupon is locked

  Scenario: The till that holds a coupon takes it
    Given the coupon has been held at the till
    When the coupon is used at the till
    Then her coupon is used

  @severity:critical
  Scenario: Of two outlets that hold one coupon at the same moment one does
    When the coupon is to be held at 8 tills at the same moment
    Then it is accepted at 4 tills and refused at 4 because the coupon is locked

  @severity:critical
  Scenario: A coupon that was let go is taken by another till
    Given the coupon has been held at the till
    And the coupon has been let go at the till
    When the coupon is used at another till
    Then her coupon is used

  Scenario: Any till lets a coupon go
    Given the coupon has been held at the till
    When the coupon is let go at another till
    Then it is held by nobody
    And her coupon is active

  Scenario: A coupon that nobody holds can be let go all the same
    When the coupon is let go at the till
    Then it is held by nobody
    And her coupon is active

  @needs:clock
  @lock:tenant
  Scenario Outline: A held coupon after <time>: another till <outcome> it
    Given the coupon has been held at the till
    And <time> have gone by
    When the coupon is asked about at another till
    Then <told>

    Examples:
      | time       | outcome       | told                                       |
      | 14 minutes | does not take | it is refused because the coupon is locked |
      | 16 minutes | takes         | it is held by nobody                       |

  Scenario: A coupon is not shown at an outlet that does not exist
    When the coupon is asked about at an outlet that does not exist
    Then it is refused because the outlet is unknown

  Scenario: Nobody shows a coupon of another customer
    When Ben shows somebody else's coupon at a till
    Then it is refused because there is no such account
