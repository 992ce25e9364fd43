@service:resources
Feature: Points schemes
  A scheme says once how points are earned and spent. Customers join it; whatever it does not say is as
  usual.

  @severity:critical
  Scenario: A scheme of which nothing is said gives a point for every unit of money
    When a points scheme is made of which nothing is said
    Then it gives 1 point for every 1.00, and each can be spent

  @one-tenant
  @severity:critical
  Scenario: A scheme is listed as it was made
    Given a points scheme that gives 3 points for every 2.00
    When the points schemes are listed
    Then the scheme stands in the list as it was made

  @one-tenant
  Scenario: Two schemes cannot have one reference
    Given a points scheme with a reference
    When a points scheme is made with the same reference
    Then it is refused because the reference is taken

  @contract
  @one-tenant
  Scenario: A scheme is found among the others by its reference
    Given a points scheme with a reference
    When the points schemes are listed by "reference={reference}"
    Then the scheme alone is listed

  @contract
  @one-tenant
  Scenario: Only schemes that are active are listed, however that is spelt
    Given a points scheme
    Then the scheme stands among active ones only by each of these
      | status=ACTIVE       |
      | status[]=ACTIVE     |
      | status%5B%5D=ACTIVE |

  @one-tenant
  Scenario: No scheme is made that makes no sense
    When a points scheme is made with each of these mistakes
      | without a name                          |
      | with an empty name                      |
      | that gives no points                    |
      | that gives points for nothing           |
      | that gives half points                  |
      | whose points are spent in steps of none |
      | of which nobody knows whether it runs   |
      | that starts at a time of no zone        |
    Then each of them is refused because the request is malformed

  @contract
  @one-tenant
  Scenario: Schemes that are asked for by what means nothing are refused
    When the points schemes are listed by each of these
      | limit=0        |
      | limit=501      |
      | offset=-1      |
      | orderBy=price  |
      | status=RUNNING |
    Then each of them is refused because the request is malformed
