@service:dashboard
@service:wallet
@service:resources
@one-tenant
@export
Feature: Exports
  Tables are taken away as files: short ones at once, long ones as soon as they are made, and none for
  longer than three months.

  Background:
    Given a points scheme
    And Anna is a member of it
    And Anna has been credited 300 points

  @severity:critical
  Scenario: A short ledger comes at once
    Given a goodwill of 50 points has been made for Anna because "the milk was sour"
    When customer care takes away Anna's ledger
    Then the file holds
      | credit | 2 | 350 |

  @severity:critical
  Scenario: A ledger of more than a hundred entries is made later, and is whole
    Given Anna has been credited 1 point 101 times
    When customer care orders Anna's ledger
    Then the dashboard says "Export queued"
    And the file that is made of it holds
      | credit | 102 | 401 |

  Scenario: A ledger of more than three months is not made
    When customer care orders Anna's ledger from "2026-01-01" to "2026-04-02"
    Then the dashboard refuses it at "Last day": "at most 3 months long"
