FROM maven:3-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY .docker .docker
COPY .mvn .mvn
COPY bpmn bpmn
COPY docs docs
COPY forms forms
COPY src src
RUN mvn --batch-mode --quiet -Pproduction -DskipTests package \
 && java -Djarmode=tools -jar target/cross-gov-hiring.jar extract --destination application --application-filename application.jar \
 && mv .docker/rehearse application

# A rehearsal: one start on an empty database, up to the first page, leaves the classes that a start needs as one file, ready to use.
# It goes by the very paths and the very Java that run later.
FROM postgres:17 AS rehearsal
COPY --from=eclipse-temurin:17-jre /opt/java/openjdk /opt/java/openjdk
RUN install --directory --owner=postgres /home/crossgov
USER postgres
WORKDIR /home/crossgov
COPY --from=build --chown=postgres /build/application ./
RUN ./rehearse && rm rehearse

FROM eclipse-temurin:17-jre
RUN useradd --system --create-home crossgov
USER crossgov
WORKDIR /home/crossgov
COPY --from=rehearsal /home/crossgov ./
EXPOSE 8080
# Were the file for another Java, it would be ignored, and the start take longer.
ENTRYPOINT ["java", "-XX:SharedArchiveFile=application.jsa", "-jar", "application.jar"]
