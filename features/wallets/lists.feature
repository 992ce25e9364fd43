@service:wallet
@contract
@one-tenant
Feature: Lists of what a customer has
  Clients ask for lists in pages, in an order and with filters, and spell them in many ways. What a list
  cannot do is refused, never ignored. How the query is spelt is the subject here.

  Background:
    Given Anna is a customer
    And Anna is also known by the e-mail address "anna@shop.example"
    And Anna has a card that is suspended
    And Anna has a card that is lost

  @severity:critical
  Scenario: Identities are filtered as they are asked for
    Then Anna's identities are listed as asked
      | query                                 | found                                                |
      |                                       | CARD ACTIVE, EMAIL ACTIVE, CARD SUSPENDED, CARD LOST |
      | status=LOST                           | CARD LOST                                            |
      | status[]=LOST                         | CARD LOST                                            |
      | status[]=LOST&status[]=SUSPENDED      | CARD SUSPENDED, CARD LOST                            |
      | status%5B%5D=LOST&status%5B%5D=ACTIVE | CARD ACTIVE, EMAIL ACTIVE, CARD LOST                 |
      | status=LOST&status=SUSPENDED          | CARD SUSPENDED, CARD LOST                            |
      | status=STOLEN                         |                                                      |
      | type=EMAIL                            | EMAIL ACTIVE                                         |
      | type=CARD&status=ACTIVE               | CARD ACTIVE                                          |
      | type=LOYALTY+CARD                     |                                                      |
      | state=DEFAULT&type=EMAIL              | EMAIL ACTIVE                                         |
      | state=VERIFIED                        |                                                      |
      | orderBy=dateCreated,DESC              | CARD LOST, CARD SUSPENDED, EMAIL ACTIVE, CARD ACTIVE |
      | orderBy=type,DESC&limit=1             | EMAIL ACTIVE                                         |
      | orderBy=type%2CASC&limit=2            | CARD ACTIVE, CARD SUSPENDED                          |
      | limit=2&offset=1                      | EMAIL ACTIVE, CARD SUSPENDED                         |
      | limit=500&offset=4                    |                                                      |

  Scenario: A list says how many there are, and what it was asked for
    When Anna's identities are listed by "status[]=ACTIVE&limit=1&offset=1&orderBy=type,DESC"
    Then the list is "CARD ACTIVE"
    And the list says of itself
      | total  | 2                     |
      | limit  | 1                     |
      | offset | 1                     |
      | order  | type,DESC             |
      | filter | {"status":["ACTIVE"]} |

  Scenario: A list that is asked for nothing says what it took for granted
    When Anna's identities are listed by ""
    Then the list says of itself
      | total  | 4               |
      | limit  | 100             |
      | offset | 0               |
      | order  | dateCreated,ASC |
      | filter | []              |

  @severity:critical
  Scenario: Identities cannot be listed by what means nothing
    When Anna's identities are listed by each of these
      | limit=0                                 |
      | limit=-1                                |
      | limit=ten                               |
      | limit=1.5                               |
      | limit=501                               |
      | limit=                                  |
      | offset=-1                               |
      | offset=1e3                              |
      | orderBy=secret,ASC                      |
      | orderBy=dateCreated,DOWN                |
      | status=FOUND                            |
      | status=lost                             |
      | status=LOST,ACTIVE                      |
      | status=%5B%27ACTIVE%27%2C+%27LOST%27%5D |
      | state=EARNONLY                          |
    Then each of them is refused because the request is malformed
