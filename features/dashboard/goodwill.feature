@service:dashboard
@service:wallet
@service:resources
@one-tenant
@goodwill
Feature: Goodwill
  Customer care makes good what went wrong, with points and a reason. It is the same wherever it is
  given: in the ledger, in the audit, in the dashboard and through the API.

  Background:
    Given a points scheme that gives 1 point for every 1.00
    And Anna is a member of it
    And Anna has been credited 300 points

  @severity:blocker
  @smoke
  Scenario: Goodwill given in the dashboard is in the ledger and in the audit, and what people write is shown as text
    Given Anna's wallet has been named "<b>Anna</b>"
    When customer care gives Anna 50 points because "the <i>milk</i> was sour"
    Then the dashboard says "50 points given"
    And the dashboard shows the name "<b>Anna</b>"
    And the dashboard shows a balance of 350 points
    And the dashboard's ledger begins with "Credited, 50, Goodwill, the <i>milk</i> was sour"
    And Anna has 350 points
    And the last entry of Anna's ledger is goodwill of 50 points
    And the last entry of Anna's ledger says "the <i>milk</i> was sour"
    And the audit has Anna's "goodwill" of 50 points by customer care because "the <i>milk</i> was sour"

  @severity:critical
  Scenario: Goodwill needs a reason, and is a number of points within limits
    When customer care gives Anna 50 points without a reason
    Then the dashboard refuses it at "Reason": "Enter a reason"
    And the form takes none of these either
      | Points | Reason   | at     | told         |
      | 1.5    | a reason | Points | whole number |
      | 10001  | a reason | Points | whole number |
    And Anna has 300 points

  @severity:critical
  Scenario: Goodwill that is sent twice is given once
    When customer care gives Anna 50 points and sends the form once more
    Then Anna has 350 points
