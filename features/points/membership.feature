@service:wallet
@service:resources
@one-tenant
Feature: Membership in a points scheme
  A customer belongs to a scheme once, and to as many schemes as there are. What a scheme does not offer
  cannot be had there.

  @severity:critical
  Scenario: A customer has one account of a scheme
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 300 points
    When Anna joins the scheme once more
    Then it is refused because there is one already
    And Anna has 1 account
    And Anna has 300 points

  @severity:blocker
  Scenario: A customer who joins many times at the same moment is a member once
    Given a points scheme
    And Anna is a customer
    When Anna joins the scheme 8 times at the same moment
    Then 1 is accepted and 7 are refused because there is one already
    And Anna has 1 account

  Scenario: Points of two schemes are kept apart
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 300 points
    And a points scheme
    When Anna joins the scheme
    Then Anna has 2 accounts
    And Anna has 0 points of the scheme spoken of last

  Scenario: Nobody joins a scheme that never was
    When Anna joins a scheme that never was
    Then it is refused because there is no such scheme

  Scenario Outline: Nobody joins a scheme that is <status>
    Given a points scheme with these terms
      | status | <status> |
    And Anna is a customer
    When Anna joins the scheme
    Then it is refused because the scheme is not running
    And Anna has no accounts

    Examples:
      | status   |
      | inactive |
      | draft    |

  Scenario: A membership that is not active yet moves no points
    Given a points scheme
    And Anna is a member of it who is not active yet
    When Anna is credited 10 points
    Then it is refused because the account is not active
    And Anna has 0 points

  Scenario Outline: Where <service> is switched off there is no <movement>
    Given a points scheme with these terms
      | switched off | <service> |
    And Anna is a member of it
    When a <movement> of 100 points is made for Anna because "of a test"
    Then it is refused because the account does not allow it
    And Anna has 0 points

    Examples:
      | service  | movement |
      | earn     | earning  |
      | credit   | credit   |
      | debit    | debit    |
      | spend    | spend    |
      | goodwill | goodwill |

  Scenario: Points move on points accounts only
    Given a campaign "Coffee week"
    And Anna has a coupon of "Coffee week"
    When Anna's coupon is credited points
    Then it is refused because the account does not allow it

  Scenario: A membership ends with the last second that 32 bits can count
    Given a points scheme
    When Anna joins the scheme
    Then Anna's membership ends at "2038-01-19T03:14:07+00:00"
