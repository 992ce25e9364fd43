@service:resources
Feature: Points schemes
  A scheme says once how points are earned and spent. Customers join it; whatever it does not say is as
  usual.

  @severity:critical
  Scenario: A scheme of which nothing is said gives a point for every unit of money
    When a points scheme is made of which nothing is said
    Then it gives 1 point for every 1.00, and each can be spent

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
  Scenario Outline: Only schemes that are active are listed by <query>
    Given a points scheme
    When the points schemes are listed by "<query>&limit=500&orderBy=dateCreated,DESC"
    Then the scheme stands in the list as it was made
    And every scheme of the list is active

    Examples: As clients spell it
      | query               |
      | status=ACTIVE       |
      | status[]=ACTIVE     |
      | status%5B%5D=ACTIVE |

  @one-tenant
  Scenario Outline: No scheme is made <mistake>
    When a points scheme is made <mistake>
    Then it is refused because the request is malformed

    Examples:
      | mistake                                 |
      | without a name                          |
      | with an empty name                      |
      | that gives no points                    |
      | that gives points for nothing           |
      | that gives half points                  |
      | whose points are spent in steps of none |
      | of which nobody knows whether it runs   |
      | that starts at a time of no zone        |

  @contract
  @one-tenant
  Scenario Outline: Schemes that are asked for by <query> are refused
    When the points schemes are listed by "<query>"
    Then it is refused because the request is malformed

    Examples:
      | query          |
      | limit=0        |
      | limit=501      |
      | offset=-1      |
      | orderBy=price  |
      | status=RUNNING |
